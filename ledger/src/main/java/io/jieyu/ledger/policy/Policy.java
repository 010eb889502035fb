package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The effective policy of a region in a month, P(x): each field from the first step of the fallback
 * that has it (rulebook 5.9).
 */
public final class Policy {

    private static final int MONTHS = 12;

    private final String policyId;
    private final Map<PolicyField<?>, Object> values = new HashMap<>();

    /**
     * The policy of these steps.
     *
     * @param steps what the region, its province and the nation say for the month, in this order;
     *     at least one
     */
    Policy(List<PolicyVersion> steps) {
        this.policyId = steps.getFirst().policyId();
        for (PolicyField<?> field : PolicyField.ALL) {
            values.put(field, resolve(field, steps));
        }
    }

    /**
     * The version that a posting names: that of its own region, else the first step that has one.
     */
    public String policyId() {
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
        int start = Math.toIntExact(get(PolicyField.ACCOUNT_YEAR_START_MONTH));
        return month.minusMonths(Math.floorMod(month.getMonthValue() - start, MONTHS));
    }

    private static <T> T resolve(PolicyField<T> field, List<PolicyVersion> steps) {
        return steps.stream()
                .map(step -> step.document().value(field))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(field.fallback());
    }
}
