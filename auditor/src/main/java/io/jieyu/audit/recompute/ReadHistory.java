package io.jieyu.audit.recompute;

import io.jieyu.audit.history.HistoryEntry;
import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.codec.InboxReader;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.decision.Ledger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Recomputes one account from the inbox. */
public final class ReadHistory {

    private final TopicSource source;

    public ReadHistory(TopicSource source) {
        this.source = source;
    }

    /**
     * All records of the account, in order; none when no message for it ever came.
     *
     * @param folder for what does not fit into memory
     * @throws CannotDecide when the rules break on a message of the account
     */
    public List<HistoryEntry> of(AccountId account, Path folder, LongConsumer progress) {
        int partition =
                InboxReader.partitionOf(account.toString(), source.partitions(Topic.ACCOUNT_INBOX));
        var entries = new ArrayList<HistoryEntry>();
        try (var replay =
                new PartitionReplay(
                        source,
                        partition,
                        new Ledger(),
                        AuditScope.ofAccount(account.toString()),
                        _ -> true,
                        folder,
                        progress)) {
            replay.readInbox();
            var closes = new TreeMap<YearMonth, Long>();
            replay.timeline()
                    .all()
                    .closes()
                    .of(account.regionCode())
                    .forEach(close -> closes.put(close.period(), close.position()));
            replay.forEachAccount(one ->
                    one.replay()
                            .expected()
                            .forEach(expected ->
                                    entries.add(
                                            new HistoryEntry(
                                                    expected.recorded().record(),
                                                    expected.hash(),
                                                    expected.cause(),
                                                    Instant.ofEpochMilli(expected.timestamp()),
                                                    closes))));
            if (!replay.parked().isEmpty()) {
                throw new CannotDecide(String.join("; ", replay.parked()));
            }
        }
        return entries;
    }
}
