package io.jieyu.ledger.account;

import io.jieyu.ledger.Payer;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The payment status of one contribution period (rulebook 4.2). A period without record is unknown.
 *
 * @param runStart first month of the lapse whose close made it MISSED; null otherwise
 * @param key business key of the paying contribution; null when none paid
 * @param payer who paid it; null when none paid
 * @param credited whether the payment reached the account
 * @param reversed whether the paying contribution is reversed: the period may be paid again
 */
public record PeriodRecord(
        Status status,
        @Nullable YearMonth runStart,
        @Nullable String key,
        @Nullable Payer payer,
        boolean credited,
        boolean reversed) {

    /** Whether and when the period was paid. */
    public enum Status {
        /** Accepted while the period was open. */
        PAID,
        /** Unpaid at its close. */
        MISSED,
        /** Back-paid after its close. */
        PAID_LATE
    }

    public static PeriodRecord paid(Status status, @Nullable YearMonth runStart, Payment payment) {
        return new PeriodRecord(
                status, runStart, payment.key(), payment.payer(), payment.credited(), false);
    }

    public static PeriodRecord missed(YearMonth runStart) {
        return new PeriodRecord(Status.MISSED, runStart, null, null, false, false);
    }

    /** Paid by another contribution. */
    public PeriodRecord paidBy(Payment payment) {
        return paid(status, runStart, payment);
    }

    /** The payment is taken back; that it was made stays. */
    public PeriodRecord takenBack() {
        return new PeriodRecord(status, runStart, key, payer, false, true);
    }

    public boolean isMissed() {
        return status == Status.MISSED;
    }

    public boolean isPaid() {
        return !isMissed() && !reversed;
    }

    /** Who paid, by which contribution, and whether it reached the account. */
    public record Payment(String key, Payer payer, boolean credited) {}
}
