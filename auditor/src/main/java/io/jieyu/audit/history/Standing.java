package io.jieyu.audit.history;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Posting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account at a moment.
 *
 * @param entries that count then, in order
 * @param balances fen by person bucket; RECEIVABLE is negative
 * @param state the state fields (rulebook 4.1) as the entries have left them
 */
public record Standing(
        List<HistoryEntry> entries,
        Map<LedgerAccount, Long> balances,
        Map<String, @Nullable Object> state) {

    /** What the entries that count at the moment come to. */
    public static Standing at(List<HistoryEntry> history, Moment moment) {
        List<HistoryEntry> counted = history.stream().filter(moment::includes).toList();
        Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
        var state = new TreeMap<String, @Nullable Object>();
        for (HistoryEntry entry : counted) {
            for (Posting posting : entry.record().postings()) {
                move(balances, posting.from(), -posting.amountFen());
                move(balances, posting.to(), posting.amountFen());
            }
            state.putAll(entry.record().changes());
        }
        return new Standing(counted, balances, state);
    }

    private static void move(Map<LedgerAccount, Long> balances, LedgerAccount account, long fen) {
        if (account.isPersonBucket()) {
            balances.merge(account, fen, Math::addExact);
        }
    }

    /** CURRENT + PRIOR, in fen. */
    public long balanceFen() {
        return fen(LedgerAccount.CURRENT) + fen(LedgerAccount.PRIOR);
    }

    /** Fen in the bucket. */
    public long fen(LedgerAccount bucket) {
        return balances.getOrDefault(bucket, 0L);
    }
}
