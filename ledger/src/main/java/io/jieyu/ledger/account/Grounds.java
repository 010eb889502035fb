package io.jieyu.ledger.account;

import io.jieyu.ledger.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why and when an amount is posted: what a posting carries beside its accounts and its amount.
 *
 * @param date posting date {@code d} (rulebook 5.6)
 * @param policyId the version that the figures came from
 * @param rule section of the rulebook that computed the amount
 * @param formula inputs of the computation, in the order of the formula
 */
public record Grounds(
        LocalDate date,
        Reason reason,
        @Nullable YearMonth period,
        @Nullable String policyId,
        String rule,
        Map<String, Object> formula) {}
