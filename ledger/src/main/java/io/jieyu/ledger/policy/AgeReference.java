package io.jieyu.ledger.policy;

/** The day on which the age for a band is taken. */
public enum AgeReference {
    MONTH_START,
    MONTH_END,
    ACCOUNT_YEAR_START
}
