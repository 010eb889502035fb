package io.jieyu.ledger.interest;

import static io.jieyu.ledger.LedgerAccount.INTEREST;
import static io.jieyu.ledger.LedgerAccount.PRIOR;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Rate;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Grounds;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.MonthEnds;
import io.jieyu.ledger.policy.InterestRule;
import io.jieyu.ledger.policy.Policy;
import io.jieyu.ledger.policy.PolicyField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;

/**
 * What a balance earns: summed up month end by month end, posted at the year end or the closure.
 */
public final class Interest {

    /** Twelve months of millionths. */
    private static final long YEAR = 12_000_000;

    private Interest() {}

    /**
     * Adds the month-end values to the month products (rulebook 8.3); SUSPENSE and IN_TRANSIT earn
     * nothing.
     */
    public static void accrue(Draft draft, YearMonth month) {
        if (!accrues(draft, month)) {
            return;
        }
        MonthEnds.Delta later = draft.monthEnds().after(month);
        Balances now = draft.balances();
        long currentFen = now.currentFen() - later.currentFen();
        long priorFen = now.priorFen() - later.priorFen();
        long receivableFen = now.receivableFen() - later.receivableFen();
        draft.monthEnds(draft.monthEnds().accrued(currentFen - receivableFen, priorFen));
    }

    private static boolean accrues(Draft draft, YearMonth month) {
        InterestRule rule = draft.policies().of(month).get(PolicyField.INTEREST);
        LocalDate lastDay = month.atEndOfMonth();
        boolean frozen =
                draft.holds().hasEffective(Hold.Kind.LAPSE, lastDay)
                        || draft.holds().hasEffective(Hold.Kind.COMPLIANCE, lastDay);
        return rule.method() != InterestRule.Method.NONE
                && (rule.accrueWhileLapsed() || draft.lapse().lapsedMonths() == 0)
                && (rule.accrueWhileFrozen() || !frozen);
    }

    /**
     * Posts what the products of the closed months have earned, by the rates of the last of them,
     * and begins anew (rulebook 9.1, 9.2, 9.4, 9.5).
     */
    public static void post(Draft draft, YearMonth month) {
        Policy policy = draft.policies().of(month);
        InterestRule rule = policy.get(PolicyField.INTEREST);
        long current = draft.monthEnds().productCurrent();
        long prior = draft.monthEnds().productPrior();
        draft.monthEnds(draft.monthEnds().withoutProducts());
        if (rule.method() == InterestRule.Method.NONE) {
            return;
        }
        if (current > 0) {
            post(draft, policy, month, rule.demandRate(), current);
            post(draft, policy, month, rule.threeMonthRate(), Math.max(prior, 0));
        } else {
            long covered = Math.max(Math.addExact(prior, current), 0);
            post(draft, policy, month, rule.threeMonthRate(), covered);
        }
    }

    private static void post(Draft draft, Policy policy, YearMonth month, Rate rate, long product) {
        var formula = new LinkedHashMap<String, Object>();
        formula.put("monthProductFen", product);
        formula.put("rate", rate.toString());
        formula.put("monthsAYear", 12L);
        draft.credit(
                INTEREST,
                PRIOR,
                rate.of(product, YEAR),
                new Grounds(
                        draft.postingDate(),
                        Reason.INTEREST,
                        month,
                        policy.policyId(),
                        "9.2",
                        formula),
                null);
    }
}
