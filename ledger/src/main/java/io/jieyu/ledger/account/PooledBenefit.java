package io.jieyu.ledger.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the pooled fund pays for the person; independent of the balance (rulebook 4.1, 10.6).
 *
 * @param status as from that day on
 * @param from first day on which it is as stated; null before the first change
 * @param before the status until that day
 */
public record PooledBenefit(Status status, @Nullable LocalDate from, Status before) {

    public static final PooledBenefit INITIAL = new PooledBenefit(Status.NONE, null, Status.NONE);

    /** The words of rulebook 4.1. */
    public enum Status {
        NONE,
        ACTIVE,
        SUSPENDED
    }

    PooledBenefit becomes(Status next, LocalDate day) {
        return new PooledBenefit(next, day, status);
    }
}
