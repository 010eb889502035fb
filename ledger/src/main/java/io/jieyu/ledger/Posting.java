package io.jieyu.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code amountFen} out of one ledger account into another (rulebook 3.1). Two-sided by
 * construction: postings always sum to zero.
 *
 * @param amountFen > 0; a computed amount of 0 makes no posting
 * @param date the posting date {@code d} (rulebook 5.6)
 * @param period the contribution period, where the reason has one
 * @param policyId the version that the figures came from, such as {@code 110000/B}
 * @param rule the section of the rulebook that computed the amount
 * @param formula the inputs of the computation by name, in the order of the formula; empty when
 *     nothing was computed
 */
public record Posting(
        LedgerAccount from,
        LedgerAccount to,
        long amountFen,
        LocalDate date,
        Reason reason,
        @Nullable YearMonth period,
        @Nullable String policyId,
        String rule,
        Map<String, Object> formula) {

    public Posting {
        if (amountFen <= 0) {
            throw new IllegalStateException("amountFen: " + amountFen + " (expected: > 0)");
        }
        if (from == to) {
            throw new IllegalStateException("posting from " + from + " to itself");
        }
    }
}
