package io.jieyu.ledger.closing;

import io.jieyu.ledger.Notice;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Lifecycle;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.ending.Deregister;
import io.jieyu.ledger.interest.Interest;
import io.jieyu.ledger.lapse.MonthLapse;
import io.jieyu.ledger.retirement.FlatCredits;
import java.time.LocalDate;
import java.time.YearMonth;

/** The close of one month for one account (月结, rulebook 8), its steps in their order. */
public final class CloseMonth {

    private CloseMonth() {}

    /** What the close makes of the account; a CLOSED one only notes the month. */
    public static Draft apply(Situation situation, Account account, YearMonth month) {
        Draft draft = Draft.ofClose(situation, account, month);
        if (account.isClosed()) {
            draft.monthEnds(draft.monthEnds().closed(month));
            return draft;
        }
        if (FlatCredits.isDue(draft, month) && !FlatCredits.postInClose(draft, month)) {
            draft.notice(Notice.FLAT_CREDIT_MISSING);
        }
        MonthLapse.close(draft, month);
        Interest.accrue(draft, month);
        long currentAtMonthEndFen =
                draft.balances().currentFen() - draft.monthEnds().after(month).currentFen();
        draft.monthEnds(draft.monthEnds().closed(month));
        Deregister.afterLongLapse(draft, month);
        if (draft.lifetime().lifecycle() != Lifecycle.CLOSED
                && draft.policies().startsAccountYear(month.plusMonths(1))) {
            CloseYear.apply(draft, month, currentAtMonthEndFen);
        }
        LocalDate lastDay = month.atEndOfMonth();
        draft.holds(draft.holds().without(hold -> isOver(hold, lastDay)));
        return draft;
    }

    private static boolean isOver(Hold hold, LocalDate lastDay) {
        LocalDate until = hold.until();
        return hold.kind() == Hold.Kind.COMPLIANCE && until != null && !until.isAfter(lastDay);
    }
}
