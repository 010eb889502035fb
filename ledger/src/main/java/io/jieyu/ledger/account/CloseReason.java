package io.jieyu.ledger.account;

/** Why an account is CLOSED (rulebook 4.1). */
public enum CloseReason {
    SWEPT,
    REFUNDED,
    TRANSFERRED_OUT,
    INHERITED,
    NO_HEIR,
    EMIGRATED
}
