package io.jieyu.ledger;

/** The chart of accounts (rulebook 3.1). Balance = sum of amounts in - sum of amounts out. */
public enum LedgerAccount {
    /** Money credited in the running account year (当年账户). */
    CURRENT(true),
    /** Money of earlier account years, interest, transfers in (历年结余账户). */
    PRIOR(true),
    /** Credits that wait for a card or an administrative hold (挂账). */
    SUSPENSE(true),
    /** Transfers that have left and are not answered yet (在途). */
    IN_TRANSIT(true),
    /** What the person owes after a claw-back (应收); its balance is never positive. */
    RECEIVABLE(true),
    /** Money collected from employers and persons. */
    CONTRIBUTIONS(false),
    /**
     * Pooled fund (统筹基金): source of flat credits, target of sweeps and of parts not for the
     * account.
     */
    POOLED_FUND(false),
    /** Large-sum mutual aid premium (大额互助). */
    MUTUAL_AID(false),
    /** Personal money received above what was due; refunded outside. */
    OVERPAYMENTS(false),
    /** Source of interest. */
    INTEREST(false),
    /** Hospitals, pharmacies, insurers: target of spending. */
    PROVIDERS(false),
    /** Cash and bank payouts. */
    PAID_OUT(false),
    /** Bridge between two accounts; nets to 0 when both sides are done. */
    TRANSFERS(false);

    private final boolean personBucket;

    LedgerAccount(boolean personBucket) {
        this.personBucket = personBucket;
    }

    /**
     * Whether it is kept per person; the others are contra accounts, kept per region (rulebook
     * 3.3).
     */
    public boolean isPersonBucket() {
        return personBucket;
    }
}
