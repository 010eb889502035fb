package io.jieyu.ledger.policy;

/** What becomes of a spend over the balance (rulebook 13.6). */
public enum PartialPayment {
    /** Pays what there is and leaves the rest in cash. */
    ALLOW,
    REFUSE
}
