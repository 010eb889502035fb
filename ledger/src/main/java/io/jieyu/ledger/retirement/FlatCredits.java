package io.jieyu.ledger.retirement;

import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.policy.PolicyField.CREDIT_DAY_OF_MONTH;
import static io.jieyu.ledger.policy.PolicyField.REGIONAL_AVERAGE_PENSION;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_BANDS;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_PENSION_RATE;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_RULE;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Booking;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The monthly flat credit of a retiree (rulebook 7.6, 8.1). */
public final class FlatCredits {

    private FlatCredits() {}

    /** The business key under which the credit of the period is kept. */
    public static String key(YearMonth period) {
        return "flatCredit/" + period;
    }

    /** Whether the period is to be credited (8.1). */
    public static boolean isDue(Draft draft, YearMonth period) {
        YearMonth retiredFrom = draft.standing().retiredFrom();
        RetireeRule rule = draft.policies().of(period).get(RETIREE_RULE);
        PeriodRecord paid = draft.payments().period(period);
        return draft.standing().underlying() == Participation.RETIRED
                && retiredFrom != null
                && !retiredFrom.isAfter(period)
                && (rule == RetireeRule.FLAT_MONTHLY
                        || rule == RetireeRule.PERCENT_OF_REGIONAL_PENSION)
                && (!(draft.booking(key(period)) instanceof Booking.FlatCredit flat)
                        || flat.reversed())
                && draft.annualCredits().stream()
                        .noneMatch(annual -> annual.months().contains(period))
                && (paid == null || !paid.credited());
    }

    /** By the close of the period, dated on its credit day; false when a figure is not known. */
    public static boolean postInClose(Draft draft, YearMonth period) {
        long day = draft.policies().of(period).get(CREDIT_DAY_OF_MONTH);
        LocalDate creditDay = period.atDay((int) Math.min(day, period.lengthOfMonth()));
        return post(draft, period, creditDay, LedgerAccount.CURRENT);
    }

    /** After the period's close, at the retirement; false when a figure is not known. */
    static boolean postLate(Draft draft, YearMonth period) {
        return post(draft, period, draft.postingDate(), draft.bucketOf(period));
    }

    private static boolean post(
            Draft draft, YearMonth period, LocalDate date, LedgerAccount bucket) {
        Policy policy = draft.policies().of(period);
        Map<String, Object> formula = new LinkedHashMap<>();
        Optional<Long> amountFen = amountFen(draft, policy, period, formula);
        if (amountFen.isEmpty()) {
            return false;
        }
        if (amountFen.get() > 0) {
            Credit credit =
                    draft.credit(
                            POOLED_FUND,
                            bucket,
                            amountFen.get(),
                            new Grounds(
                                    date,
                                    Reason.FLAT_CREDIT,
                                    period,
                                    policy.policyId(),
                                    "7.6",
                                    formula),
                            key(period));
            draft.book(
                    key(period),
                    new Booking.FlatCredit(credit, draft.lifetime().generation(), false));
        }
        return true;
    }

    private static Optional<Long> amountFen(
            Draft draft, Policy policy, YearMonth period, Map<String, Object> formula) {
        LocalDate birthDate = draft.person().birthDate();
        if (birthDate == null) {
            throw new IllegalStateException("birthDate: null (expected: that of the retiree)");
        }
        return amountFen(birthDate, policy, period, formula);
    }

    /** The amount of a month (7.6); empty when the policy does not have its figure. */
    public static Optional<Long> amountFen(LocalDate birthDate, Policy policy, YearMonth period) {
        return amountFen(birthDate, policy, period, new LinkedHashMap<>());
    }

    private static Optional<Long> amountFen(
            LocalDate birthDate, Policy policy, YearMonth period, Map<String, Object> formula) {
        if (policy.get(RETIREE_RULE) == RetireeRule.PERCENT_OF_REGIONAL_PENSION) {
            return policy.get(REGIONAL_AVERAGE_PENSION)
                    .monthlyFen(period)
                    .map(pensionFen -> {
                        formula.put("regionalAveragePensionFen", pensionFen);
                        formula.put(
                                "retireePensionRate", policy.get(RETIREE_PENSION_RATE).toString());
                        return policy.get(RETIREE_PENSION_RATE).of(pensionFen);
                    });
        }
        int age = Age.of(birthDate, period, policy);
        formula.put("age", (long) age);
        return policy.get(RETIREE_BANDS).of(age);
    }
}
