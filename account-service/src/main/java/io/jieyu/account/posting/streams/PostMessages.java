package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.streams.ParkedMessages.Parked;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.Decision.Recorded;
import io.jieyu.ledger.decision.Decision.Replayed;
import io.jieyu.ledger.policy.Policies;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the messages of one partition: decide, remember, record, reply. A message on which the code
 * itself breaks is parked, and every later one of its account behind it.
 */
@NullUnmarked // Kafka Streams hands over the context in init, before anything else.
final class PostMessages implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(PostMessages.class);
    private static final String REDRIVE = MessageType.REDRIVE_REQUESTED.kind().orElseThrow();

    private final DecideMessage ledger;
    private final PostingMeters meters;
    private final int partitions;
    private ProcessorContext<String, byte[]> context;
    private InboxReader reader;
    private AccountStores stores;
    private PublishedPolicies policies;
    private ParkedMessages parked;

    PostMessages(DecideMessage ledger, PostingMeters meters, int partitions) {
        this.ledger = ledger;
        this.meters = meters;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        reader = new InboxReader(context.taskId().partition(), partitions);
        stores = new AccountStores(context);
        policies = new PublishedPolicies(context, reader);
        parked = new ParkedMessages(context);
        meters.parked(context.taskId().partition(), parked::count);
    }

    @Override
    public void process(Record<String, byte[]> inbox) {
        long offset =
                context.recordMetadata()
                        .orElseThrow(() -> new IllegalStateException("inbox record without offset"))
                        .offset();
        var message = reader.read(inbox, offset);
        if (message.kind().equals(REDRIVE) && message.unreadable() == null) {
            redrive(message.scope());
        } else if (parked.waitsFor(message.scope())) {
            parked.park(message.scope(), new Parked(offset, inbox));
        } else if (!posted(message, inbox, policies.known())) {
            parked.park(message.scope(), new Parked(offset, inbox));
        }
    }

    /**
     * Tries the parked messages of the scope again, each with the policies of its own place in the
     * history.
     */
    private void redrive(String scope) {
        for (Parked waiting : parked.of(scope)) {
            var message = reader.read(waiting.inbox(), waiting.offset());
            if (!posted(message, waiting.inbox(), policies.known().asOf(waiting.offset()))) {
                return;
            }
            parked.release(scope, waiting);
        }
    }

    /** False when the code broke on the message; nothing has happened then. */
    private boolean posted(Message message, Record<String, byte[]> inbox, Policies known) {
        Decision decision;
        try {
            decision = ledger.decide(stores.history(message.scope()), message, stores, known);
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
            case Recorded recorded -> {
                record(recorded, inbox);
                reply(inbox, message, recorded.answer(), false);
            }
        }
        return true;
    }

    private void record(Recorded recorded, Record<String, byte[]> inbox) {
        stores.remember(recorded);
        if (recorded.policy() != null) {
            policies.accept(recorded.policy(), inbox.value());
        }
        meters.recorded(recorded.record());
        context.forward(LedgerRecords.of(recorded, inbox.timestamp()), AccountTopology.LEDGER);
    }

    private void reply(
            Record<String, byte[]> inbox, Message message, Answer answer, boolean replayed) {
        Replies.to(inbox, message, answer, replayed)
                .ifPresent(reply -> context.forward(reply, AccountTopology.REPLIES));
    }
}
