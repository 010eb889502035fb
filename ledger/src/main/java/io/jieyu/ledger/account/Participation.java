package io.jieyu.ledger.account;

/** Participation status (参保状态, rulebook 4.1 and 10.8). */
public enum Participation {
    NOT_ENROLLED,
    ACTIVE,
    /** Months are unpaid (断缴). */
    LAPSED,
    /** Contributes again; pooled benefits wait (待遇等待期). */
    WAITING,
    RETIRED,
    /** Ended by a long lapse, where the region says so (注销参保). */
    DEREGISTERED,
    /** A transfer to another pooling area runs. */
    TRANSFER_PENDING,
    TERMINATED
}
