package io.jieyu.ledger.explaining;

/** Why a balance is zero, or less than expected; declared in the order of an answer (16.1). */
public enum ReasonCode {
    /** The category has no personal account: "not applicable", never 0. */
    NO_ACCOUNT_FOR_CATEGORY,
    NO_ACCOUNT_YET,
    INHERITED,
    EMIGRATED,
    TRANSFERRED_OUT,
    SWEPT,
    REFUNDED,
    NO_HEIR,
    TRANSFER_PENDING,
    /** Frozen by a lapse; the money is still there. */
    FROZEN_LAPSE,
    COMPLIANCE_HOLD,
    ADMIN_HOLD,
    DEATH_HOLD,
    CARD_NOT_ACTIVE,
    CREDIT_SUSPENDED,
    OWES_RECEIVABLE,
    IDENTITY_MISMATCH,
    BACK_PAYMENT_NOT_CREDITED,
    POOLED_ONLY_TIER,
    CREDIT_PENDING,
    /** The year's money has joined the prior years; nothing was wiped. */
    CARRIED_TO_PRIOR,
    FULLY_SPENT,
    NEVER_CREDITED,
    /** The yearly limit of the pooled outpatient benefit is not the balance. */
    ANNUAL_LIMIT_CONFUSION,
    /** The bank account on the card is another account. */
    WRONG_ACCOUNT_TYPE
}
