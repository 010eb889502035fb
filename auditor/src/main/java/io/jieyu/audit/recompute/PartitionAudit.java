package io.jieyu.audit.recompute;

import io.jieyu.audit.recompute.PartitionReplay.ReplayedAccount;
import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Aspect;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.PartitionVerdict;
import io.jieyu.audit.verdict.RecomputedClose;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Audits one partition: partition <i>i</i> of the ledger is a function of partition <i>i</i> of the
 * inbox and of nothing else.
 */
public final class PartitionAudit {

    private static final int MOST_FINDINGS = 1_000;

    private final TopicSource source;
    private final int partition;
    private final Ledger ledger;
    private final AuditScope extent;
    private final Set<Long> sealed;
    private final LongConsumer progress;
    private final Findings findings = new Findings(MOST_FINDINGS);
    private final TreeMap<Long, CloseTally> tallies = new TreeMap<>();
    private final List<LedgerEntry> broadcastRecords = new ArrayList<>();
    private long firstLedgerOffset;
    private long lastLedgerOffset = -1;

    /**
     * An audit of the partition.
     *
     * @param ledger the rules
     * @param sealed places of the closes that the partition has sealed
     * @param progress is told how many more records were read or recomputed
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
    }

    /**
     * What was found.
     *
     * @param folder for what does not fit into memory; empty, and empty again afterwards
     */
    public PartitionVerdict run(Path folder) {
        try (var replay =
                new PartitionReplay(
                        source,
                        partition,
                        ledger,
                        extent,
                        close -> sealed.contains(close.position()),
                        folder,
                        progress)) {
            replay.readInbox();
            for (Close close : replay.timeline().all().closes().all()) {
                tallies.put(close.position(), new CloseTally(close));
            }
            readLedger(replay);
            try (var order = new OrderCheck(folder, firstLedgerOffset, lastLedgerOffset)) {
                var compare =
                        new CompareRecords(source, partition, findings, replay.totals(), order);
                compare.compare(
                        Broadcasts.scope(partition),
                        replay.broadcasts().expected(),
                        broadcastRecords,
                        replay.broadcastsAreStuck(),
                        false);
                replay.forEachAccount(account -> account(account, compare));
                order.check(this::outOfOrder);
            }
            return new PartitionVerdict(
                    partition,
                    replay.totals(),
                    findings.kept(),
                    findings.further(),
                    replay.parked(),
                    replay.undecided(),
                    tallies.values().stream()
                            .map(tally -> recomputed(tally, replay.timeline()))
                            .toList());
        }
    }

    private void readLedger(PartitionReplay replay) {
        try (RecordStream stream = source.read(Topic.ACCOUNT_LEDGER, partition)) {
            Optional<ConsumerRecord<String, byte[]>> next = stream.next();
            firstLedgerOffset = next.map(ConsumerRecord::offset).orElse(0L);
            while (next.isPresent()) {
                ConsumerRecord<String, byte[]> record = next.get();
                replay.totals().count(Totals.LEDGER_RECORDS, 1);
                progress.accept(1);
                lastLedgerOffset = record.offset();
                String key = record.key() == null ? "" : record.key();
                if (key.equals(Broadcasts.scope(partition))) {
                    broadcastRecords.add(LedgerEntry.of(record));
                } else if (!AccountId.isValid(key)) {
                    add(
                            Kind.RECORD_FOREIGN,
                            record,
                            "its key is neither an account nor this partition's broadcasts");
                } else if (extent.covers(key)) {
                    replay.add(key, LedgerEntry.of(record));
                }
                next = stream.next();
            }
        }
    }

    private void account(ReplayedAccount account, CompareRecords compare) {
        for (Applied applied : account.replay().applied()) {
            CloseTally tally = tallies.get(applied.close().position());
            if (tally != null) {
                tally.add(applied);
            }
        }
        compare.compare(
                account.scope(),
                account.replay().expected(),
                account.found(),
                !account.isWhole(),
                account.wasRedriven());
    }

    private RecomputedClose recomputed(CloseTally tally, Timeline timeline) {
        Close close = tally.close();
        List<Close> ofRegion = timeline.all().closes().of(close.regionCode());
        return new RecomputedClose(
                tally.seal(partition), ofRegion.getLast().position() == close.position());
    }

    private void outOfOrder(long offset) {
        add(
                Kind.RECORD_OUT_OF_ORDER,
                source.at(Topic.ACCOUNT_LEDGER, partition, offset),
                "does not stand in the order of the inbox");
    }

    private void add(Kind kind, ConsumerRecord<String, byte[]> record, String text) {
        findings.add(
                new Finding(
                        kind,
                        Aspect.WHOLE,
                        Topic.ACCOUNT_LEDGER.topicName(),
                        partition,
                        record.offset(),
                        record.key(),
                        Math.max(0, LedgerEntry.of(record).sequence()),
                        null,
                        List.of(),
                        text,
                        0));
    }
}
