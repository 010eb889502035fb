package io.jieyu.ledger.policy;

/** What a payment for an earlier period brings, and into which bucket (补缴). */
public record BackPaymentRule(Credit credit, Bucket bucket, Allocation allocation) {

    /** Whether it reaches the account. */
    public enum Credit {
        ALWAYS,
        WITHIN_GRACE,
        NEVER
    }

    /** Which bucket it reaches. */
    public enum Bucket {
        /** An earlier account year's money goes to PRIOR. */
        BY_CONTRIBUTION_PERIOD,
        BY_POSTING_DATE
    }

    /** Which period is paid first. */
    public enum Allocation {
        OLDEST_FIRST,
        ANY
    }
}
