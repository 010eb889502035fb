package io.jieyu.contribution.holding;

import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.contracts.policy.PublishedPolicies;
import io.jieyu.ledger.policy.Policies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which credits wait for a new table: those of a month that begins after the date of review of the
 * table that would credit them, where {@code afterReviewBy} is HOLD_CREDITS (policy-format 4.8). It
 * depends on the month and the tables alone, on no clock.
 */
public final class HoldCredits {

    /** Before any table is known, nothing waits. */
    public static final HoldCredits NOTHING = new HoldCredits(List.of());

    private static final String FIELD = "afterReviewBy";

    private final Policies policies;
    private final Map<String, LocalDate> reviews = new HashMap<>();

    /** Usually nobody holds, and then no line needs its policy looked up. */
    private final boolean anybodyHolds;

    public HoldCredits(Collection<PolicyTable> tables) {
        this.policies = PublishedPolicies.of(tables);
        this.anybodyHolds =
                tables.stream()
                        .flatMap(table -> table.versions().stream())
                        .anyMatch(version -> isHold(version.fields().get(FIELD)));
        for (PolicyTable table : tables) {
            for (PolicyTable.Version version : table.versions()) {
                LocalDate reviewBy = version.reviewBy();
                if (reviewBy != null) {
                    reviews.put(table.regionCode() + "/" + version.version(), reviewBy);
                }
            }
        }
    }

    /** The table for whose successor the credits of the month wait; empty when they need not. */
    public Optional<Overdue> of(String regionCode, YearMonth period) {
        if (!anybodyHolds) {
            return Optional.empty();
        }
        return policies.resolved(regionCode, period)
                .filter(resolved -> isHold(resolved.value(FIELD)))
                .flatMap(resolved -> overdue(resolved.applied().policyId(), period));
    }

    private Optional<Overdue> overdue(String policyId, YearMonth period) {
        @Nullable LocalDate reviewBy = reviews.get(policyId);
        return reviewBy != null && period.atDay(1).isAfter(reviewBy)
                ? Optional.of(new Overdue(policyId, reviewBy))
                : Optional.empty();
    }

    private static boolean isHold(@Nullable Object afterReviewBy) {
        return "HOLD_CREDITS".equals(afterReviewBy);
    }
}
