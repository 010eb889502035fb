package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.StoredSweep;
import io.jieyu.account.posting.streams.ParkedMessages.Parked;
import io.jieyu.codec.InboxReader;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.CaughtUp;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.Decision.Decided;
import io.jieyu.ledger.decision.Decision.Replayed;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the messages of one partition: decide, remember, record, reply. A message on which the code
 * itself breaks is parked, and every later one of its account behind it. Between messages the
 * sweeps of closes go on, a little at a time.
 */
@NullUnmarked // Kafka Streams hands over the context in init, before anything else.
final class PostMessages implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(PostMessages.class);
    private static final String REDRIVE = MessageType.REDRIVE_REQUESTED.kind().orElseThrow();

    /** So often a sweep is asked whether it goes on. */
    private static final Duration SWEEP_INTERVAL = Duration.ofMillis(2);

    /** So long it goes on at a time while no messages come. */
    private static final Duration IDLE_CHUNK = Duration.ofMillis(20);

    /** So long while messages come, and so long it leaves to them then. */
    private static final Duration BUSY_CHUNK = Duration.ofMillis(5);

    /** So often a long sweep says how far it is. */
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final PostingMeters meters;
    private final int partitions;
    private final Closes beginning;
    private ProcessorContext<String, byte[]> context;
    private InboxReader reader;
    private AccountStores stores;
    private Announcements announcements;
    private Sweeps sweeps;
    private ParkedMessages parked;
    private long lastProgress;
    private long lastSweepMillis;
    private int messagesSinceSweep;

    PostMessages(Ledger ledger, PostingMeters meters, int partitions, Closes beginning) {
        this.ledger = ledger;
        this.meters = meters;
        this.partitions = partitions;
        this.beginning = beginning;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        reader = new InboxReader(context.taskId().partition(), partitions);
        stores = new AccountStores(context);
        announcements = new Announcements(context, reader, beginning);
        sweeps = new Sweeps(context, stores, ledger);
        parked = new ParkedMessages(context);
        meters.parked(context.taskId().partition(), parked::count);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, byte[]> inbox) {
        messagesSinceSweep++;
        long offset =
                context.recordMetadata()
                        .orElseThrow(() -> new IllegalStateException("inbox record without offset"))
                        .offset();
        var message = read(inbox, offset);
        if (message.kind().equals(REDRIVE) && message.unreadable() == null) {
            redrive(message.scope());
        } else if (parked.waitsFor(message.scope())) {
            parked.park(message.scope(), new Parked(offset, inbox));
        } else if (!posted(message, inbox, announcements.known())) {
            parked.park(message.scope(), new Parked(offset, inbox));
        }
    }

    /**
     * Tries the parked messages of the scope again, each with the policies and closes of its own
     * place in the history.
     */
    private void redrive(String scope) {
        for (Parked waiting : parked.of(scope)) {
            var message = read(waiting.inbox(), waiting.offset());
            if (!posted(message, waiting.inbox(), announcements.known().asOf(waiting.offset()))) {
                return;
            }
            parked.release(scope, waiting);
        }
    }

    private Message read(Record<String, byte[]> inbox, long offset) {
        return reader.read(inbox.key(), inbox.headers(), inbox.value(), offset);
    }

    /** False when the code broke on the message; nothing has happened then. */
    private boolean posted(Message message, Record<String, byte[]> inbox, Announced known) {
        ScopeMemory memory = stores.memory(message.scope());
        Decision decision;
        try {
            decision = ledger.decide(memory.history(), message, memory, known);
        } catch (KafkaException outage) {
            throw outage;
        } catch (RuntimeException bug) {
            LOG.atError()
                    .addKeyValue("partition", context.taskId().partition())
                    .addKeyValue("offset", message.position())
                    .setCause(bug)
                    .log("message parked");
            return false;
        }
        switch (decision) {
            case Replayed(var first) -> {
                meters.replayed(message.kind());
                reply(inbox, message, first, true);
            }
            case Decided decided -> {
                remember(memory, decided);
                announce(message, inbox, known, decided.announced());
                forward(decided.closes());
                forward(decided.message(), inbox.timestamp());
                reply(inbox, message, decided.message().answer(), false);
            }
        }
        return true;
    }

    private void remember(ScopeMemory before, Decided decided) {
        stores.remember(before, decided);
        sweeps.keep(before.scope(), decided.closes());
        if (before.history().account() == null && decided.after().account() != null) {
            sweeps.opened(AccountId.parse(before.scope()));
        }
    }

    /** A broadcast was accepted: all that comes after it is decided with it. */
    private void announce(
            Message message, Record<String, byte[]> inbox, Announced before, Announced after) {
        if (!after.policies().equals(before.policies())) {
            announcements.published(after, message.position(), inbox.value());
        } else if (!after.closes().equals(before.closes())) {
            Close close =
                    after.closes().of(String.valueOf(message.fields().get("regionCode"))).getLast();
            announcements.closed(after, close, inbox.timestamp());
            tellProgress(close, sweeps.begin(close, announcements));
        }
    }

    private void sweep(long nowMillis) {
        boolean busy = messagesSinceSweep > 0;
        if (sweeps.isIdle(announcements)
                || (busy && nowMillis - lastSweepMillis < 2 * BUSY_CHUNK.toMillis())) {
            return;
        }
        long start = System.nanoTime();
        Duration chunk = busy ? BUSY_CHUNK : IDLE_CHUNK;
        BooleanSupplier hasTime = () -> System.nanoTime() - start < chunk.toNanos();
        sweeps.goOn(announcements, parked::waitsFor, hasTime, new SweepRecords());
        lastSweepMillis = nowMillis;
        messagesSinceSweep = 0;
    }

    private void tellProgress(Close close, StoredSweep sweep) {
        lastProgress = System.nanoTime();
        int partition = context.taskId().partition();
        context.forward(
                LedgerRecords.progress(close, sweep, partition, announcements.timestamp(close)),
                AccountTopology.SEALS);
    }

    /** Sends what a sweep has done. */
    private final class SweepRecords implements Sweeps.Listener {

        @Override
        public void caughtUp(CaughtUp caughtUp) {
            forward(caughtUp);
        }

        @Override
        public void paused(Close close, StoredSweep sweep) {
            if (System.nanoTime() - lastProgress > PROGRESS_INTERVAL.toNanos()) {
                tellProgress(close, sweep);
            }
        }

        @Override
        public void sealed(Close close, StoredSweep sweep) {
            int partition = context.taskId().partition();
            context.forward(
                    LedgerRecords.seal(close, sweep, partition, announcements.timestamp(close)),
                    AccountTopology.SEALS);
        }
    }

    private void forward(CaughtUp closes) {
        List<Applied> applied = closes.applied();
        for (Applied one : applied) {
            Recorded recorded = one.recorded();
            if (recorded != null) {
                forward(recorded, announcements.timestamp(one.close()));
            }
        }
    }

    private void forward(Recorded recorded, long timestamp) {
        meters.recorded(recorded.record());
        context.forward(LedgerRecords.of(recorded, timestamp), AccountTopology.LEDGER);
    }

    private void reply(
            Record<String, byte[]> inbox, Message message, Answer answer, boolean replayed) {
        Replies.to(inbox, message, answer, replayed)
                .ifPresent(reply -> context.forward(reply, AccountTopology.REPLIES));
    }
}
