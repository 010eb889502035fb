package io.jieyu.ledger.account;

/**
 * The payment status of one contribution period (rulebook 4.2). A period without record is unknown.
 *
 * @param key business key of the paying contribution
 * @param credited whether the payment reached the account
 */
public record PeriodRecord(Status status, String key, boolean credited) {

    /** How the period was paid; those of closed periods come with the month close. */
    public enum Status {
        /** Accepted while the period was open. */
        PAID
    }
}
