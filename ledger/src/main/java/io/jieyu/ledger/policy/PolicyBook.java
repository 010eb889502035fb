package io.jieyu.ledger.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one region as they are known at a place of the history; it notes which versions a
 * decision has asked for. For one decision only.
 */
public final class PolicyBook {

    private static final int USUALLY_USED = 2;

    private final Policies policies;
    private final String regionCode;
    private final Set<String> used = LinkedHashSet.newLinkedHashSet(USUALLY_USED);

    // Most questions of a decision are about one month.
    private @Nullable YearMonth lastMonth;
    private Optional<Policy> lastFound = Optional.empty();

    public PolicyBook(Policies policies, String regionCode) {
        this.policies = policies;
        this.regionCode = regionCode;
    }

    /** P(month); the defaults where nobody has a document for it (rulebook 5.9). */
    public Policy of(YearMonth month) {
        return known(month).orElse(Policy.DEFAULTS);
    }

    /** P(month), for rules that refuse NO_POLICY. */
    public Optional<Policy> known(YearMonth month) {
        if (month.equals(lastMonth)) {
            return lastFound;
        }
        lastFound = find(month);
        lastMonth = month;
        return lastFound;
    }

    private Optional<Policy> find(YearMonth month) {
        Optional<Policy> found = policies.effective(regionCode, month);
        if (found.isPresent()) {
            String policyId = found.get().policyId();
            if (policyId != null) {
                used.add(policyId);
            }
        }
        return found;
    }

    /** AY(day): first month of the account year in which the day lies (医保年度, rulebook 5.11). */
    public YearMonth accountYearStart(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return of(month).accountYearStart(month);
    }

    /** Last month of the account year that begins with {@code start} (rulebook 7.9). */
    public YearMonth accountYearEnd(YearMonth start) {
        YearMonth next = start.plusMonths(1);
        while (!startsAccountYear(next)) {
            next = next.plusMonths(1);
        }
        return next.minusMonths(1);
    }

    /** Whether an account year begins with the month, by its own policy. */
    public boolean startsAccountYear(YearMonth month) {
        return month.getMonthValue() == of(month).get(PolicyField.ACCOUNT_YEAR_START_MONTH);
    }

    /** First month of the account year that contains the month (rulebook 7.8 b). */
    public YearMonth accountYearOf(YearMonth month) {
        YearMonth start = accountYearStart(month.atDay(1));
        YearMonth end = accountYearEnd(start);
        while (month.isAfter(end)) {
            start = end.plusMonths(1);
            end = accountYearEnd(start);
        }
        return start;
    }

    /** The ids of the versions that were asked for, in the order of their first use. */
    public List<String> used() {
        return List.copyOf(used);
    }
}
