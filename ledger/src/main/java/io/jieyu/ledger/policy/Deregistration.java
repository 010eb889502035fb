package io.jieyu.ledger.policy;

import java.util.OptionalLong;

/**
 * When unpaid months end the participation, and what becomes of the balance then (注销参保, rulebook
 * 10.7). Off unless a region's own document turns it on.
 *
 * @param afterMonths empty: never
 */
public record Deregistration(OptionalLong afterMonths, Disposition disposition) {

    public enum Disposition {
        RETAIN,
        SWEEP_TO_POOL,
        REFUND
    }

    /** Whether so many unpaid months end the participation. */
    public boolean endsAt(long unpaidMonths) {
        return afterMonths.isPresent() && unpaidMonths >= afterMonths.getAsLong();
    }
}
