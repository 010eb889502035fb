package io.jieyu.audit.recompute;

import io.jieyu.ledger.decision.Closes;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What is audited.
 *
 * @param accounts only the accounts of this region, or only this account; null for all
 * @param beginning the months that were closed before the ledger began; none but for a migration
 * @param until up to the close of this month, in regions that have closed it; null for everything
 */
public record AuditScope(@Nullable String accounts, Closes beginning, @Nullable YearMonth until) {

    /** Everything. */
    public static final AuditScope ALL = new AuditScope(null, Closes.NONE, null);

    /** One account. */
    public static AuditScope ofAccount(String accountId) {
        return new AuditScope(accountId, Closes.NONE, null);
    }

    boolean covers(String accountId) {
        return accounts == null
                || accountId.equals(accounts)
                || accountId.startsWith(accounts + "-");
    }
}
