package io.jieyu.ledger;

/** Who the insured person is (rulebook 2). */
public enum Category {
    /** In service (在职). */
    EMPLOYEE,
    /** Flexibly employed (灵活就业). */
    FLEXIBLE,
    /** Retired (退休); no category of a contribution. */
    RETIREE,
    /** Resident (居民). */
    RESIDENT
}
