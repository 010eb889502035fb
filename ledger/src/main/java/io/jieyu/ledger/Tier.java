package io.jieyu.ledger;

/** What a flexible worker pays for (rulebook 2). */
public enum Tier {
    /** Pooled plus account (统账结合). */
    POOLED_AND_ACCOUNT,
    /** Pooled only (单建统筹): counts as paid and credits nothing. */
    POOLED_ONLY
}
