package io.jieyu.account.closing;

import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.sealing.SealSums;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all partitions say of a close, added up: that nobody was left out, and that no fen was made
 * or lost.
 *
 * @param nobodyLeftOut whether as many accounts were sealed as were expected
 * @param inEqualsOut whether the postings of the close sum to zero over all ledger accounts, and
 *     the buckets after it are those before it with what it posted
 * @param before fen by person bucket before the close; RECEIVABLE is negative
 * @param moved fen by ledger account that the close posted, in less out
 * @param after fen by person bucket after the close
 * @param persons accounts by participation before the close, or CLOSED
 * @param personsAfter the same after it
 * @param carriedFen moved from the current to the prior years
 * @param interestFen credited as interest
 * @param roots Merkle tree hash of each partition
 */
public record Certificate(
        long accountsExpected,
        long accountsSealed,
        boolean nobodyLeftOut,
        boolean inEqualsOut,
        Map<String, Long> before,
        Map<String, Long> moved,
        Map<String, Long> after,
        Map<String, Long> persons,
        Map<String, Long> personsAfter,
        long carriedFen,
        long interestFen,
        Map<Integer, String> roots,
        String statement,
        String statementZh) {

    static Certificate of(Map<Integer, MonthSealed> seals) {
        var sums = new SealSums();
        var after = new TreeMap<String, Long>();
        var roots = new TreeMap<Integer, String>();
        long expected = 0;
        long sealed = 0;
        for (MonthSealed seal : seals.values()) {
            expected += seal.accountsExpected();
            sealed += seal.accountsSealed();
            roots.put(seal.partition(), seal.root().toString());
            sums.add(
                    new SealSums(
                            seal.before(),
                            seal.moved(),
                            seal.byReason(),
                            seal.persons(),
                            seal.personsAfter()));
            seal.after().forEach((bucket, fen) -> after.merge(bucket, fen, Math::addExact));
        }
        after.values().removeIf(fen -> fen == 0);
        boolean complete = expected == sealed;
        boolean balanced = sums.balanceFen() == 0 && after.equals(sums.after());
        return new Certificate(
                expected,
                sealed,
                complete,
                balanced,
                sums.before(),
                sums.moved(),
                after,
                sums.persons(),
                sums.personsAfter(),
                sums.fenOf(Reason.CARRY),
                sums.fenOf(Reason.INTEREST),
                roots,
                String.format(
                        Locale.ROOT,
                        "%d of %d accounts have applied the close: %s. What the close posted sums"
                                + " to %d fen over all ledger accounts: %s.",
                        sealed,
                        expected,
                        complete ? "nobody was left out" : "SOMEBODY WAS LEFT OUT",
                        sums.balanceFen(),
                        balanced ? "in equals out" : "IN DOES NOT EQUAL OUT"),
                String.format(
                        Locale.ROOT,
                        "应结账户 %d 个，已结 %d 个：%s。本次结转分录在全部科目上合计 %d 分：%s。",
                        expected,
                        sealed,
                        complete ? "无一遗漏" : "有账户遗漏",
                        sums.balanceFen(),
                        balanced ? "收支相等" : "收支不等"));
    }
}
