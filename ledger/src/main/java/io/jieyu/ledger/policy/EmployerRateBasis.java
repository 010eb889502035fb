package io.jieyu.ledger.policy;

/** What the employer's rate is a rate of. */
public enum EmployerRateBasis {
    /** The clamped base of the person. */
    OWN_BASE,
    /** The region's average wage. */
    REGIONAL_AVERAGE_WAGE,
    /** The personal credit as rounded. */
    PERSONAL_CONTRIBUTION
}
