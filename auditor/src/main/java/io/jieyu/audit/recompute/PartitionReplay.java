package io.jieyu.audit.recompute;

import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.codec.InboxReader;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The inbox of one partition, recomputed. Of the inbox an account needs its own messages and the
 * broadcasts: so the broadcasts are decided first, the rest is brought together by account on disk,
 * and each account is recomputed on its own, in memory that does not grow with their number.
 */
public final class PartitionReplay implements AutoCloseable {

    private static final long SORT_BUDGET = 24L << 20;
    private static final String REDRIVE = MessageType.REDRIVE_REQUESTED.kind().orElseThrow();

    private final TopicSource source;
    private final int partition;
    private final Ledger ledger;
    private final AuditScope extent;
    private final Predicate<Close> sealed;
    private final LongConsumer progress;
    private final InboxReader reader;
    private final OptionalLong posted;
    private final Timeline timeline;
    private final Replay broadcasts;
    private final Path folder;
    private final SortedEntries entries;
    private final Totals totals = new Totals();
    private final List<String> undecided = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();
    private boolean broadcastsStuck;

    /** One account after its last message that counts. */
    record ReplayedAccount(
            String scope,
            Replay replay,
            List<LedgerEntry> found,
            boolean isWhole,
            boolean wasRedriven) {}

    /**
     * A replay of the partition.
     *
     * @param ledger the rules
     * @param sealed whether the partition has sealed a close: its records must be there
     * @param folder for what does not fit into memory; empty, and empty again afterwards
     * @param progress is told how many more records were read or recomputed
     */
    PartitionReplay(
            TopicSource source,
            int partition,
            Ledger ledger,
            AuditScope extent,
            Predicate<Close> sealed,
            Path folder,
            LongConsumer progress) {
        this.source = source;
        this.partition = partition;
        this.ledger = ledger;
        this.extent = extent;
        this.sealed = sealed;
        this.progress = progress;
        this.reader = new InboxReader(partition, source.partitions(Topic.ACCOUNT_INBOX));
        this.posted = source.posted(partition);
        this.timeline = new Timeline(extent.beginning());
        this.broadcasts = new Replay(ledger, timeline);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.folder = folder;
        this.entries = new SortedEntries(folder, SORT_BUDGET);
    }

    /** Reads the inbox and decides its broadcasts. */
    void readInbox() {
        try (RecordStream stream = source.read(Topic.ACCOUNT_INBOX, partition)) {
            Optional<ConsumerRecord<String, byte[]>> next = stream.next();
            while (next.isPresent()) {
                ConsumerRecord<String, byte[]> inbox = next.get();
                totals.count(Totals.INBOX_RECORDS, 1);
                progress.accept(1);
                if (!AccountId.isValid(reader.scope(inbox.key()))) {
                    broadcast(inbox);
                } else if (extent.covers(inbox.key())) {
                    entries.add(inbox.key(), InboxEntry.of(inbox).write());
                }
                next = stream.next();
            }
        }
    }

    private void broadcast(ConsumerRecord<String, byte[]> inbox) {
        Message message = reader.read(inbox.key(), inbox.headers(), inbox.value(), inbox.offset());
        if (isRedrive(message)) {
            return;
        }
        if (broadcastsStuck) {
            totals.count(Totals.PARKED, 1);
            return;
        }
        try {
            Decision decision =
                    broadcasts.post(
                            message, inbox.timestamp(), timeline.all(), owed(inbox.offset()));
            switch (decision) {
                case Decision.Replayed _ -> totals.count(Totals.RETRIES, 1);
                case Decision.Decided decided -> {
                    if (decided.message().record().outcome() == Outcome.ACCEPTED) {
                        timeline.add(inbox.offset(), inbox.timestamp(), decided.announced());
                    }
                }
            }
        } catch (RuntimeException bug) {
            broadcastsStuck = true;
            totals.count(Totals.PARKED, 1);
            parked.add(broken("broadcast", inbox.offset(), bug));
        }
    }

    private String broken(String what, long offset, RuntimeException bug) {
        return String.format(
                Locale.ROOT,
                "the rules break on the %s at offset %d of the inbox, partition %d: %s",
                what,
                offset,
                partition,
                bug);
    }

    /** A record of the ledger, to be handed over with its account. */
    void add(String scope, LedgerEntry entry) {
        entries.add(scope, entry.write());
    }

    /** Recomputes each account, in the order of their ids. */
    void forEachAccount(Consumer<ReplayedAccount> action) {
        entries.forEachKey((scope, bodies) -> {
            action.accept(account(scope, bodies));
            progress.accept(bodies.size());
        });
    }

    private ReplayedAccount account(String scope, List<byte[]> bodies) {
        var replay = new Replay(ledger, timeline);
        var found = new ArrayList<LedgerEntry>();
        long limit = limit(scope);
        boolean redriven = false;
        boolean stuck = false;
        for (byte[] body : bodies) {
            var bytes = ByteBuffer.wrap(body);
            if (bytes.get() == LedgerEntry.TAG) {
                found.add(LedgerEntry.read(bytes));
                continue;
            }
            InboxEntry inbox = InboxEntry.read(bytes);
            if (inbox.offset() > limit) {
                continue;
            }
            Message message =
                    reader.read(scope, inbox.id(), inbox.type(), inbox.value(), inbox.offset());
            if (isRedrive(message)) {
                redriven = true;
            } else {
                stuck = stuck || !posted(replay, message, inbox);
                if (stuck) {
                    totals.count(Totals.PARKED, 1);
                }
            }
        }
        stuck = stuck || !swept(replay, scope, limit);
        if (stuck && found.size() > replay.expected().size()) {
            undecided.add("account " + scope + " has records that cannot be recomputed");
        }
        if (replay.history().account() != null) {
            totals.count(Totals.ACCOUNTS, 1);
        }
        return new ReplayedAccount(
                scope, replay, found, !stuck && limit == Long.MAX_VALUE, redriven);
    }

    /** False when the rules break on the message. */
    private boolean posted(Replay replay, Message message, InboxEntry inbox) {
        try {
            Decision decision =
                    replay.post(
                            message,
                            inbox.timestamp(),
                            timeline.before(inbox.offset()),
                            owed(inbox.offset()));
            if (decision instanceof Decision.Replayed) {
                totals.count(Totals.RETRIES, 1);
            }
            return true;
        } catch (RuntimeException bug) {
            parked.add(broken("message of " + message.scope(), inbox.offset(), bug));
            return false;
        }
    }

    private boolean swept(Replay replay, String scope, long limit) {
        Announced known = limit == Long.MAX_VALUE ? timeline.all() : timeline.before(limit + 1);
        try {
            replay.sweep(scope, known, sealed);
            return true;
        } catch (RuntimeException bug) {
            parked.add("the rules break on a close of account " + scope + ": " + bug);
            return false;
        }
    }

    /** The place of the last message that counts. */
    private long limit(String accountId) {
        return extent.until() == null
                ? Long.MAX_VALUE
                : timeline.closed(AccountId.parse(accountId).regionCode(), extent.until())
                        .orElse(Long.MAX_VALUE);
    }

    private boolean owed(long offset) {
        return posted.isEmpty() || offset < posted.getAsLong();
    }

    private static boolean isRedrive(Message message) {
        return message.kind().equals(REDRIVE) && message.unreadable() == null;
    }

    Timeline timeline() {
        return timeline;
    }

    /** The history of the broadcasts. */
    Replay broadcasts() {
        return broadcasts;
    }

    /** What was counted on the way. */
    Totals totals() {
        return totals;
    }

    /** Where the rules break: there and behind it messages wait, in the ledger as here. */
    List<String> parked() {
        return parked;
    }

    boolean broadcastsAreStuck() {
        return broadcastsStuck;
    }

    /** What the ledger holds and could not be recomputed. */
    List<String> undecided() {
        return undecided;
    }

    @Override
    public void close() {
        entries.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
