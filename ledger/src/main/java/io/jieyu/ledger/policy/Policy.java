package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effective policy of a region in a month, P(x): each field from the first step of the fallback
 * that has it (rulebook 5.9).
 */
public final class Policy {

    private static final int MONTHS = 12;

    /** What holds where nobody has a document: the defaults of rulebook 6.22. */
    static final Policy DEFAULTS = new Policy(List.of());

    private final @Nullable String policyId;
    private final Map<PolicyField<?>, Object> values = new HashMap<>();

    /**
     * The policy of these steps.
     *
     * @param steps what the region, its province and the nation say for the month, in this order
     */
    Policy(List<PolicyVersion> steps) {
        this.policyId = steps.isEmpty() ? null : steps.getFirst().policyId();
        for (PolicyField<?> field : PolicyField.ALL) {
            values.put(field, resolve(field, steps));
        }
    }

    /**
     * The version that a posting names: that of its own region, else the first step that has one;
     * null where nobody has a document.
     */
    public @Nullable String policyId() {
        return policyId;
    }

    /** The value of the field; its default where nobody has it. */
    @SuppressWarnings("unchecked") // each value was resolved for its field
    public <T> T get(PolicyField<T> field) {
        return (T) Objects.requireNonNull(values.get(field), field.name());
    }

    /**
     * First month of the account year in which the month lies (医保年度, rulebook 5.11); this policy is
     * that of the month.
     */
    public YearMonth accountYearStart(YearMonth month) {
        return latest(month, get(PolicyField.ACCOUNT_YEAR_START_MONTH));
    }

    /** First month of the benefit year in which the month lies (rulebook 15.1). */
    public YearMonth benefitYearStart(YearMonth month) {
        return latest(month, get(PolicyField.BENEFIT_YEAR_START_MONTH));
    }

    private static YearMonth latest(YearMonth month, long calendarMonth) {
        return month.minusMonths(Math.floorMod(month.getMonthValue() - calendarMonth, MONTHS));
    }

    private static <T> T resolve(PolicyField<T> field, List<PolicyVersion> steps) {
        return steps.stream()
                .map(step -> step.document().value(field))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(field.fallback());
    }
}
