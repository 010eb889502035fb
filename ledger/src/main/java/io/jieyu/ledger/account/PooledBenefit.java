package io.jieyu.ledger.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the pooled fund pays for the person; independent of the balance (rulebook 4.1, 10.6).
 *
 * @param status as from that day on
 * @param from first day on which it is as stated; null before the first change
 * @param before the status until that day
 * @param coveredFrom retroactive cover of a repaired gap (11.6)
 */
public record PooledBenefit(
        Status status, @Nullable LocalDate from, Status before, @Nullable LocalDate coveredFrom) {

    public static final PooledBenefit INITIAL =
            new PooledBenefit(Status.NONE, null, Status.NONE, null);

    /** The words of rulebook 4.1. */
    public enum Status {
        NONE,
        ACTIVE,
        SUSPENDED
    }

    public PooledBenefit becomes(Status next, LocalDate day) {
        return new PooledBenefit(next, day, status, coveredFrom);
    }

    /** Ends with that day, unless there is none. */
    public PooledBenefit ends(LocalDate day) {
        return status == Status.NONE ? this : becomes(Status.NONE, day);
    }

    public PooledBenefit covered(LocalDate since) {
        return new PooledBenefit(status, from, before, since);
    }
}
