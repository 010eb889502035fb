package io.jieyu.ledger.account;

/** Whether an account still takes part (rulebook 4.1). */
public enum Lifecycle {
    OPEN,
    /** After a death whose payee is not known. */
    CLOSING,
    CLOSED
}
