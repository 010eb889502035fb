package io.jieyu.ledger.policy;

/** What becomes of credits while the card is lost (rulebook 13.9). */
public enum CreditWhileCardLost {
    POST,
    SUSPEND
}
