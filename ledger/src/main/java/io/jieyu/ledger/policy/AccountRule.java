package io.jieyu.ledger.policy;

/** Whether a category of insured persons has a personal account. */
public enum AccountRule {
    ACCOUNT,
    NO_ACCOUNT,
    /** Tier POOLED_AND_ACCOUNT has one, POOLED_ONLY has none. */
    BY_TIER
}
