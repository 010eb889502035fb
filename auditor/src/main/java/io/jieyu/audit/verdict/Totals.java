package io.jieyu.audit.verdict;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person wants to see summed up.
 *
 * @param counts by name
 * @param outcomes messages by kind, then by outcome
 * @param money fen by year of the posting date, then by ledger account, {@code in} and {@code out}
 */
public record Totals(
        Map<String, Long> counts,
        Map<String, Map<String, Long>> outcomes,
        Map<String, Map<String, Map<String, Long>>> money) {

    /** Records read from the inbox. */
    public static final String INBOX_RECORDS = "inboxRecords";

    /** Records read from the ledger. */
    public static final String LEDGER_RECORDS = "ledgerRecords";

    /** Accounts that exist. */
    public static final String ACCOUNTS = "accounts";

    /** Retries that were answered with the first outcome, and so left no record. */
    public static final String RETRIES = "retries";

    /** Messages that wait because the code broke on one of their account. */
    public static final String PARKED = "parked";

    /** Messages that the account-service had not come to. */
    public static final String IN_FLIGHT = "inFlight";

    /** Records that a sweep which still goes on has yet to write. */
    public static final String SWEEP_PENDING = "sweepPending";

    /** Postings that were checked. */
    public static final String POSTINGS = "postings";

    /** Fen that year ends took out of the current year. */
    public static final String CARRIED_OUT = "carriedOutFen";

    /** Fen that year ends put to the prior years. */
    public static final String CARRIED_IN = "carriedInFen";

    private static final String IN = "in";
    private static final String OUT = "out";

    public Totals() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    public void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Counts a record and its money. */
    public void add(LedgerRecord record) {
        outcomes.computeIfAbsent(record.kind(), _ -> new TreeMap<>())
                .merge(record.outcome().name(), 1L, Long::sum);
        for (Posting posting : record.postings()) {
            var year =
                    money.computeIfAbsent(
                            String.valueOf(posting.date().getYear()), _ -> new TreeMap<>());
            move(year, posting.from().name(), OUT, posting.amountFen());
            move(year, posting.to().name(), IN, posting.amountFen());
            if (posting.reason() == Reason.CARRY) {
                count(CARRIED_OUT, posting.from() == CURRENT ? posting.amountFen() : 0);
                count(CARRIED_IN, posting.to() == PRIOR ? posting.amountFen() : 0);
            }
        }
        count(POSTINGS, record.postings().size());
    }

    private static void move(
            Map<String, Map<String, Long>> year, String account, String side, long fen) {
        year.computeIfAbsent(account, _ -> new TreeMap<>()).merge(side, fen, Math::addExact);
    }

    /** Adds those of another partition. */
    public void add(Totals other) {
        other.counts.forEach(this::count);
        other.outcomes.forEach((kind, counted) ->
                counted.forEach((outcome, count) ->
                        outcomes.computeIfAbsent(kind, _ -> new TreeMap<>())
                                .merge(outcome, count, Long::sum)));
        other.money.forEach((year, accounts) -> {
            var mine = money.computeIfAbsent(year, _ -> new TreeMap<>());
            accounts.forEach((account, sides) ->
                    sides.forEach((side, fen) -> move(mine, account, side, fen)));
        });
    }

    /** In less out of all ledger accounts: 0, or money was made or lost. */
    public long sumFen() {
        return money.values().stream()
                .flatMap(year -> year.values().stream())
                .mapToLong(sides -> sides.getOrDefault(IN, 0L) - sides.getOrDefault(OUT, 0L))
                .sum();
    }
}
