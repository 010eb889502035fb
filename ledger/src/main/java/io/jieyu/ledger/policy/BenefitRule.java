package io.jieyu.ledger.policy;

/** When the pooled benefit begins, and whether a repaired gap is covered (rulebook 10.6, 11.6). */
public record BenefitRule(Start start, boolean retroactive) {

    /** The first day of which month. */
    public enum Start {
        NEXT_MONTH,
        SAME_MONTH
    }
}
