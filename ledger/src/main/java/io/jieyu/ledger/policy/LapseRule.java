package io.jieyu.ledger.policy;

import io.jieyu.ledger.Payer;
import java.util.OptionalLong;

/**
 * What unpaid months lead to (断缴, rulebook 10).
 *
 * @param graceMonths up to so many unpaid months a gap can be repaired
 * @param freezeAfterMonths more unpaid months than these freeze the account; empty: never
 * @param employerWaitingMonths paid months that benefits wait for when an employer pays
 * @param individualWaitingMonths the same when the person pays
 */
public record LapseRule(
        long graceMonths,
        OptionalLong freezeAfterMonths,
        long employerWaitingMonths,
        long individualWaitingMonths) {

    public int waitingMonths(Payer payer) {
        return Math.toIntExact(
                switch (payer) {
                    case EMPLOYER -> employerWaitingMonths;
                    case INDIVIDUAL -> individualWaitingMonths;
                });
    }

    /** Whether so many unpaid months freeze the account. */
    public boolean freezes(long unpaidMonths) {
        return freezeAfterMonths.isPresent() && unpaidMonths > freezeAfterMonths.getAsLong();
    }
}
