package io.jieyu.ledger.sealing;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a close did, summed up over accounts or over partitions; the order of adding says nothing.
 *
 * @param before fen by person bucket until the close; RECEIVABLE is negative
 * @param moved fen by ledger account that the close posted: in less out
 * @param byReason fen that the close posted, by reason
 * @param persons by status until the close
 * @param personsAfter by status from then on
 */
public record SealSums(
        Map<String, Long> before,
        Map<String, Long> moved,
        Map<String, Long> byReason,
        Map<String, Long> persons,
        Map<String, Long> personsAfter) {

    public SealSums() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Adds the share of an account. */
    public void add(AccountSeal account) {
        Balances balances = account.before();
        add(before, LedgerAccount.CURRENT, balances.currentFen());
        add(before, LedgerAccount.PRIOR, balances.priorFen());
        add(before, LedgerAccount.SUSPENSE, balances.suspenseFen());
        add(before, LedgerAccount.IN_TRANSIT, balances.inTransitFen());
        add(before, LedgerAccount.RECEIVABLE, -balances.receivableFen());
        for (Posting posting : account.postings()) {
            add(moved, posting.from(), -posting.amountFen());
            add(moved, posting.to(), posting.amountFen());
            byReason.merge(posting.reason().name(), posting.amountFen(), Math::addExact);
        }
        persons.merge(account.status(), 1L, Math::addExact);
        personsAfter.merge(account.statusAfter(), 1L, Math::addExact);
    }

    /** Adds the sums of another partition. */
    public void add(SealSums other) {
        merge(before, other.before);
        merge(moved, other.moved);
        merge(byReason, other.byReason);
        merge(persons, other.persons);
        merge(personsAfter, other.personsAfter);
    }

    /** Fen by person bucket after the close. */
    public Map<String, Long> after() {
        var after = new TreeMap<>(before);
        moved.forEach((account, fen) -> {
            if (LedgerAccount.valueOf(account).isPersonBucket()) {
                after.merge(account, fen, Math::addExact);
            }
        });
        after.values().removeIf(fen -> fen == 0);
        return after;
    }

    /** Fen posted for that reason. */
    public long fenOf(Reason reason) {
        return byReason.getOrDefault(reason.name(), 0L);
    }

    /** In less out over all ledger accounts: 0, or the close lost or made money. */
    public long balanceFen() {
        return moved.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void add(Map<String, Long> sums, LedgerAccount account, long fen) {
        if (fen != 0) {
            sums.merge(account.name(), fen, Math::addExact);
        }
    }

    private static void merge(Map<String, Long> into, Map<String, Long> more) {
        more.forEach((key, value) -> into.merge(key, value, Math::addExact));
    }
}
