package io.jieyu.ledger.policy;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Use;
import java.util.List;

/** What the money of each bucket may be spent on (rulebook 13.2). */
public record PermittedUses(List<Use> current, List<Use> prior) {

    /** Whether the money of CURRENT or PRIOR may be spent on it. */
    public boolean permits(LedgerAccount bucket, Use use) {
        return (bucket == LedgerAccount.CURRENT ? current : prior).contains(use);
    }
}
