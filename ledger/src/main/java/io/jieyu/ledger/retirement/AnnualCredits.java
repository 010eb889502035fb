package io.jieyu.ledger.retirement;

import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_BANDS;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_RULE;

import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.AnnualCredit;
import io.jieyu.ledger.account.Credit;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Grounds;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.crediting.Age;
import io.jieyu.ledger.policy.Policy;
import io.jieyu.ledger.policy.RetireeRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The flat credit of a retiree for a whole account year (预划, rulebook 7.8). */
public final class AnnualCredits {

    private static final int MONTHS = 12;

    /**
     * A year to be credited.
     *
     * @param from m: its first month, or the month from which the person counts in it
     */
    record Due(YearMonth yearStart, YearMonth yearEnd, YearMonth from) {}

    private AnnualCredits() {}

    /**
     * At a year end, for the account year that begins with the month; false: a figure is missing.
     */
    public static boolean postAtYearEnd(Draft draft, YearMonth yearStart) {
        YearMonth retiredFrom = draft.standing().retiredFrom();
        if (draft.standing().underlying() != Participation.RETIRED || retiredFrom == null) {
            return true;
        }
        YearMonth yearEnd = draft.policies().accountYearEnd(yearStart);
        if (retiredFrom.isAfter(yearEnd)) {
            return true;
        }
        Due due = new Due(yearStart, yearEnd, later(yearStart, retiredFrom));
        return !isDue(draft, due) || post(draft, due);
    }

    /** The years that are due at a registration, oldest first (case b). */
    static List<Due> dueAtRegistration(Draft draft, YearMonth retiredFrom) {
        YearMonth running = draft.policies().accountYearOf(YearMonth.from(draft.postingDate()));
        YearMonth firstClosed = draft.region().firstClosed();
        YearMonth start = later(retiredFrom, firstClosed == null ? running : firstClosed);
        var due = new ArrayList<Due>();
        YearMonth year = draft.policies().accountYearOf(start);
        while (!year.isAfter(running)) {
            YearMonth end = draft.policies().accountYearEnd(year);
            Due one = new Due(year, end, later(later(year, retiredFrom), start));
            if (isDue(draft, one)) {
                due.add(one);
            }
            year = end.plusMonths(1);
        }
        return due;
    }

    private static boolean isDue(Draft draft, Due due) {
        return draft.policies().of(due.from).get(RETIREE_RULE) == RetireeRule.FLAT_ANNUAL
                && draft.annualCredits().stream()
                        .noneMatch(annual ->
                                !annual.from().isBefore(due.yearStart)
                                        && !annual.from().isAfter(due.yearEnd));
    }

    /** Posts the credit and keeps it, also when it is 0; false when a figure is not known. */
    static boolean post(Draft draft, Due due) {
        LocalDate birthDate = draft.person().birthDate();
        if (birthDate == null) {
            throw new IllegalStateException("birthDate: null (expected: that of the retiree)");
        }
        Policy policy = draft.policies().of(due.from);
        int age = Age.on(due.from.atDay(1), birthDate);
        Optional<Long> yearlyFen = policy.get(RETIREE_BANDS).of(age);
        if (yearlyFen.isEmpty()) {
            return false;
        }
        List<YearMonth> months =
                Stream.iterate(due.from, month -> !month.isAfter(due.yearEnd), AnnualCredits::next)
                        .filter(month -> isUnpaid(draft, month))
                        .toList();
        long amountFen = share(yearlyFen.get(), months.size(), MONTHS);
        var formula = new LinkedHashMap<String, Object>();
        formula.put("age", (long) age);
        formula.put("yearlyFen", yearlyFen.get());
        formula.put("months", (long) months.size());
        Credit credit =
                draft.credit(
                        POOLED_FUND,
                        draft.bucketOf(due.from),
                        amountFen,
                        new Grounds(
                                draft.postingDate(),
                                Reason.ANNUAL_CREDIT,
                                due.from,
                                policy.policyId(),
                                "7.8",
                                formula),
                        null);
        draft.annualCredit(
                new AnnualCredit(due.from, due.yearEnd, months, amountFen, credit, false));
        return true;
    }

    /** {@code HALF_UP(fen × months / all)}. */
    private static long share(long fen, long months, long all) {
        return (2 * Math.multiplyExact(fen, months) + all) / (2 * all);
    }

    private static boolean isUnpaid(Draft draft, YearMonth month) {
        PeriodRecord record = draft.payments().period(month);
        return record == null || !record.credited();
    }

    private static YearMonth next(YearMonth month) {
        return month.plusMonths(1);
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
