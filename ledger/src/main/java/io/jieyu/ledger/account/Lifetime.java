package io.jieyu.ledger.account;

import org.jspecify.annotations.Nullable;

/**
 * Where the account stands between its opening and its end (rulebook 4.1).
 *
 * @param generation from 1; one more when a CLOSED account is reopened
 * @param closeReason why CLOSED, else null
 */
public record Lifetime(int generation, Lifecycle lifecycle, @Nullable CloseReason closeReason) {

    public static final Lifetime OPENED = new Lifetime(1, Lifecycle.OPEN, null);

    public Lifetime closed(CloseReason reason) {
        return new Lifetime(generation, Lifecycle.CLOSED, reason);
    }

    /** Open again with the same history, after a sweep that was reversed. */
    public Lifetime open() {
        return new Lifetime(generation, Lifecycle.OPEN, null);
    }

    /** Open again as a new generation, after a re-enrolment. */
    public Lifetime reopened() {
        return new Lifetime(Math.addExact(generation, 1), Lifecycle.OPEN, null);
    }
}
