package io.jieyu.ledger.reassessing;

import java.time.YearMonth;

/**
 * A month of an account in which other policies would have credited another amount.
 *
 * @param postedFen what stands posted, true-ups that corrected a policy included
 * @param wouldBeFen what the policies would credit
 */
public record Adjustment(YearMonth period, long postedFen, long wouldBeFen) {

    /** What is missing to the account; negative: what it has too much. */
    public long differenceFen() {
        return Math.subtractExact(wouldBeFen, postedFen);
    }

    /** What it credits; 0 when it takes back. */
    public long creditFen() {
        return Math.max(0, differenceFen());
    }

    /** What it takes back; 0 when it credits. */
    public long debitFen() {
        return Math.max(0, -differenceFen());
    }
}
