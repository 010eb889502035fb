package io.jieyu.ledger.policy;

/** Whether account money may be spent outside its region (rulebook 13.4). */
public enum CrossRegionUse {
    OPEN,
    FILED_OR_EMERGENCY,
    NEVER
}
