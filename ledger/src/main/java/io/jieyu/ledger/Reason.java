package io.jieyu.ledger;

/** Why a posting was made (rulebook 3.1). */
public enum Reason {
    CONTRIBUTION,
    FLAT_CREDIT,
    ANNUAL_CREDIT,
    ANNUAL_CREDIT_ENDED,
    TRUE_UP,
    REVERSAL,
    SPEND,
    REFUND,
    WALLET,
    RETURN,
    TRANSFER,
    WITHDRAWAL,
    CARRY,
    INTEREST,
    RELEASE,
    WRITE_OFF,
    CLOSURE,
    SWEEP_REVERSED
}
