package io.jieyu.ledger.policy;

/** How retirees are credited from the pooled fund (rulebook 7.6, 7.8). */
public enum RetireeRule {
    NONE,
    FLAT_MONTHLY,
    FLAT_ANNUAL,
    PERCENT_OF_REGIONAL_PENSION
}
