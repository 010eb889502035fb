package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.document.ShownPolicy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table that should have been replaced: its date of review has passed.
 *
 * @param heldFrom the first month whose credits wait for a new table; null where the region only
 *     warns
 */
public record StaleTable(
        String regionCode,
        Map<String, String> name,
        String policyId,
        LocalDate reviewBy,
        long daysOver,
        @Nullable YearMonth heldFrom) {

    /** Of each region the version that holds on the day, where it is stale. */
    public static List<StaleTable> on(LocalDate day, PolicyState state) {
        KnownPolicies known = state.known();
        return state.tables().values().stream()
                .flatMap(table ->
                        known.of(table.regionCode(), YearMonth.from(day), day).stream()
                                .flatMap(shown -> of(table, shown, day).stream()))
                .toList();
    }

    private static List<StaleTable> of(PolicyTable table, ShownPolicy shown, LocalDate day) {
        return shown.steps().stream()
                .filter(ShownPolicy.Step::stale)
                .filter(step -> step.policyId().startsWith(table.regionCode() + "/"))
                .map(step -> of(table, step, shown, day))
                .toList();
    }

    private static StaleTable of(
            PolicyTable table, ShownPolicy.Step step, ShownPolicy shown, LocalDate day) {
        LocalDate reviewBy = Objects.requireNonNull(step.reviewBy());
        ShownPolicy.Field after = shown.fields().get("afterReviewBy");
        boolean holds = after != null && "HOLD_CREDITS".equals(after.value());
        return new StaleTable(
                table.regionCode(),
                table.name(),
                step.policyId(),
                reviewBy,
                reviewBy.until(day, ChronoUnit.DAYS),
                holds ? YearMonth.from(reviewBy).plusMonths(1) : null);
    }
}
