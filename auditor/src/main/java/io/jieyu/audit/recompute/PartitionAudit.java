package io.jieyu.audit.recompute;

import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Aspect;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.PartitionVerdict;
import io.jieyu.audit.verdict.RecomputedClose;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.codec.InboxReader;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Broadcasts;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Audits one partition. Partition <i>i</i> of the ledger is a function of partition <i>i</i> of the
 * inbox and of nothing else; and of the inbox an account needs its own messages and the broadcasts.
 * So the broadcasts are decided first, the rest is brought together by account on disk, and each
 * account is recomputed on its own, in memory that does not grow with their number.
 */
public final class PartitionAudit {

    private static final long SORT_BUDGET = 48L << 20;
    private static final int MOST_FINDINGS = 1_000;
    private static final String REDRIVE = MessageType.REDRIVE_REQUESTED.kind().orElseThrow();

    private final TopicSource source;
    private final int partition;
    private final Ledger ledger;
    private final AuditScope extent;
    private final Set<Long> sealed;
    private final LongConsumer progress;
    private final InboxReader reader;
    private final OptionalLong posted;
    private final Timeline timeline;
    private final Totals totals = new Totals();
    private final Findings findings = new Findings(MOST_FINDINGS);
    private final List<String> undecided = new ArrayList<>();
    private final TreeMap<Long, CloseTally> tallies = new TreeMap<>();
    private final List<LedgerEntry> broadcastRecords = new ArrayList<>();
    private final Replay broadcasts;
    private long firstLedgerOffset;
    private long lastLedgerOffset = -1;

    /**
     * An audit of the partition.
     *
     * @param ledger the rules
     * @param sealed places of the closes that the partition has sealed
     * @param progress is told how many more records were read
     */
    public PartitionAudit(
            TopicSource source,
            int partition,
            Ledger ledger,
            AuditScope extent,
            Set<Long> sealed,
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
    }

    /**
     * What was found.
     *
     * @param folder for what does not fit into memory; empty, and empty again afterwards
     */
    public PartitionVerdict run(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var entries = new SortedEntries(folder, SORT_BUDGET)) {
            readInbox(entries);
            readLedger(entries);
            try (var order = new OrderCheck(folder, firstLedgerOffset, lastLedgerOffset)) {
                var compare = new CompareRecords(source, partition, findings, totals, order);
                compare.compare(
                        Broadcasts.scope(partition),
                        broadcasts.expected(),
                        broadcastRecords,
                        false,
                        false);
                entries.forEachKey((scope, bodies) -> account(scope, bodies, compare));
                order.check(this::outOfOrder);
            }
        }
        return new PartitionVerdict(
                partition,
                totals,
                findings.kept(),
                findings.further(),
                undecided,
                tallies.values().stream().map(this::recomputed).toList());
    }

    private void readInbox(SortedEntries entries) {
        try (RecordStream stream = source.read(Topic.ACCOUNT_INBOX, partition)) {
            Optional<ConsumerRecord<String, byte[]>> next = stream.next();
            while (next.isPresent()) {
                ConsumerRecord<String, byte[]> inbox = next.get();
                count(Totals.INBOX_RECORDS);
                if (!AccountId.isValid(reader.scope(inbox.key()))) {
                    broadcast(inbox);
                } else if (extent.covers(inbox.key())) {
                    entries.add(inbox.key(), InboxEntry.of(inbox).write());
                }
                next = stream.next();
            }
        }
        timeline.all()
                .closes()
                .all()
                .forEach(close -> tallies.put(close.position(), new CloseTally(close)));
    }

    private void broadcast(ConsumerRecord<String, byte[]> inbox) {
        Message message = reader.read(inbox.key(), inbox.headers(), inbox.value(), inbox.offset());
        if (isRedrive(message)) {
            return;
        }
        try {
            Decision decision =
                    broadcasts.post(
                            message, inbox.timestamp(), timeline.all(), owed(inbox.offset()));
            switch (decision) {
                case Decision.Replayed _ -> count(Totals.RETRIES);
                case Decision.Decided decided -> {
                    if (decided.message().record().outcome() == Outcome.ACCEPTED) {
                        timeline.add(inbox.offset(), inbox.timestamp(), decided.announced());
                    }
                }
            }
        } catch (RuntimeException bug) {
            totals.count(Totals.PARKED, 1);
            undecided.add(
                    String.format(
                            Locale.ROOT,
                            "the rules break on the broadcast at offset %d of the inbox, partition"
                                    + " %d: %s",
                            inbox.offset(),
                            partition,
                            bug));
        }
    }

    private void readLedger(SortedEntries entries) {
        try (RecordStream stream = source.read(Topic.ACCOUNT_LEDGER, partition)) {
            Optional<ConsumerRecord<String, byte[]>> next = stream.next();
            firstLedgerOffset = next.map(ConsumerRecord::offset).orElse(0L);
            while (next.isPresent()) {
                ConsumerRecord<String, byte[]> record = next.get();
                count(Totals.LEDGER_RECORDS);
                lastLedgerOffset = record.offset();
                String key = record.key() == null ? "" : record.key();
                if (key.equals(Broadcasts.scope(partition))) {
                    broadcastRecords.add(LedgerEntry.of(record));
                } else if (!AccountId.isValid(key)) {
                    findings.add(foreign(record, key));
                } else if (extent.covers(key)) {
                    entries.add(key, LedgerEntry.of(record).write());
                }
                next = stream.next();
            }
        }
    }

    private void account(String scope, List<byte[]> bodies, CompareRecords compare) {
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
        if (!stuck) {
            stuck = !swept(replay, scope, limit);
        }
        if (stuck && found.size() > replay.expected().size()) {
            undecided.add("account " + scope + " cannot be recomputed to its end");
        }
        if (replay.history().account() != null) {
            totals.count(Totals.ACCOUNTS, 1);
        }
        for (Applied applied : replay.applied()) {
            CloseTally tally = tallies.get(applied.close().position());
            if (tally != null) {
                tally.add(applied);
            }
        }
        boolean mayGoOn = stuck || limit < Long.MAX_VALUE;
        compare.compare(scope, replay.expected(), found, mayGoOn, redriven);
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
            undecided.add(
                    String.format(
                            Locale.ROOT,
                            "the rules break on the message at offset %d of the inbox, partition"
                                    + " %d, account %s: %s",
                            inbox.offset(),
                            partition,
                            message.scope(),
                            bug));
            return false;
        }
    }

    private boolean swept(Replay replay, String scope, long limit) {
        Announced known = limit == Long.MAX_VALUE ? timeline.all() : timeline.before(limit + 1);
        try {
            replay.sweep(scope, known, close -> sealed.contains(close.position()));
            return true;
        } catch (RuntimeException bug) {
            undecided.add("the rules break on a close of account " + scope + ": " + bug);
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

    private void count(String name) {
        totals.count(name, 1);
        progress.accept(1);
    }

    private RecomputedClose recomputed(CloseTally tally) {
        Close close = tally.close();
        List<Close> ofRegion = timeline.all().closes().of(close.regionCode());
        return new RecomputedClose(
                tally.seal(partition), ofRegion.getLast().position() == close.position());
    }

    private Finding foreign(ConsumerRecord<String, byte[]> record, String key) {
        return new Finding(
                Kind.RECORD_FOREIGN,
                Aspect.WHOLE,
                Topic.ACCOUNT_LEDGER.topicName(),
                partition,
                record.offset(),
                key,
                0,
                null,
                List.of(),
                "its key is neither an account nor this partition's broadcasts",
                0);
    }

    private void outOfOrder(long offset) {
        ConsumerRecord<String, byte[]> record = source.at(Topic.ACCOUNT_LEDGER, partition, offset);
        findings.add(
                new Finding(
                        Kind.RECORD_OUT_OF_ORDER,
                        Aspect.WHOLE,
                        Topic.ACCOUNT_LEDGER.topicName(),
                        partition,
                        offset,
                        record.key(),
                        LedgerEntry.of(record).sequence(),
                        null,
                        List.of(),
                        "does not stand in the order of the inbox",
                        0));
    }
}
