package io.jieyu.audit.recompute;

import io.jieyu.ledger.decision.Closes;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What is audited.
 *
 * @param regionCode only the accounts of this region; null for all
 * @param beginning the months that were closed before the ledger began; none but for a migration
 * @param until up to the close of this month, in regions that have closed it; null for everything
 */
public record AuditScope(@Nullable String regionCode, Closes beginning, @Nullable YearMonth until) {

    /** Everything. */
    public static final AuditScope ALL = new AuditScope(null, Closes.NONE, null);

    boolean covers(String accountId) {
        return regionCode == null || accountId.startsWith(regionCode + "-");
    }
}
