package io.jieyu.ledger;

/**
 * What a close tells its reader; a notice changes nothing. Declared in the order in which a close
 * lists them (rulebook 10.9).
 */
public enum Notice {
    /** The first unpaid month of a lapse. */
    MONTH_MISSED,
    /** The next close is past the grace. */
    GRACE_ENDS,
    /** A return leads to a waiting period from now on. */
    WAITING_APPLIES,
    /** One more unpaid month freezes the account. */
    FREEZE_NEXT,
    FROZEN,
    /** One more unpaid month ends the participation. */
    DEREGISTRATION_NEXT,
    DEREGISTERED,
    WAITING_DONE,
    /** The year's money went to the prior years. */
    CARRIED,
    /** A flat credit could not be computed: a figure is not known. */
    FLAT_CREDIT_MISSING
}
