package io.jieyu.ledger.closing;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;

import io.jieyu.ledger.Notice;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Grounds;
import io.jieyu.ledger.interest.Interest;
import io.jieyu.ledger.retirement.AnnualCredits;
import java.time.YearMonth;
import java.util.LinkedHashMap;

/**
 * The year end (年度结转, rulebook 9): the year's money joins the prior years, with interest. The total
 * changes by the interest and a new annual credit only.
 */
final class CloseYear {

    private CloseYear() {}

    /**
     * Applies it to a draft of the close of the account year's last month.
     *
     * @param currentAtMonthEndFen CURRENT at the end of that month
     */
    static void apply(Draft draft, YearMonth month, long currentAtMonthEndFen) {
        long carryFen = Math.max(0, Math.min(currentAtMonthEndFen, draft.balances().currentFen()));
        var formula = new LinkedHashMap<String, Object>();
        formula.put("currentAtMonthEndFen", currentAtMonthEndFen);
        formula.put("currentFen", draft.balances().currentFen());
        draft.post(
                CURRENT,
                PRIOR,
                carryFen,
                new Grounds(
                        draft.postingDate(),
                        Reason.CARRY,
                        null,
                        draft.policy().policyId(),
                        "9.3",
                        formula));
        if (carryFen > 0) {
            draft.notice(Notice.CARRIED);
        }
        Interest.post(draft, month);
        if (!AnnualCredits.postAtYearEnd(draft, month.plusMonths(1))) {
            draft.notice(Notice.FLAT_CREDIT_MISSING);
        }
    }
}
