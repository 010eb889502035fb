package io.jieyu.ledger;

/** What account money is spent on (rulebook 13.1). */
public enum Use {
    OUTPATIENT(true),
    PHARMACY(true),
    /** The person's own part of a stay in hospital. */
    INPATIENT(true),
    SERIOUS_ILLNESS_PREMIUM(true),
    RESIDENT_PREMIUM_FOR_RELATIVE(true),
    SUPPLEMENTARY_INSURANCE(true),
    SELF_FUNDED(true),
    VACCINE(true),
    DAILY_GOODS(false),
    INVESTMENT(false),
    WELLNESS(false);

    private final boolean permissible;

    Use(boolean permissible) {
        this.permissible = permissible;
    }

    /** Whether a region may permit it; the others exist so that they can be refused by name. */
    public boolean isPermissible() {
        return permissible;
    }
}
