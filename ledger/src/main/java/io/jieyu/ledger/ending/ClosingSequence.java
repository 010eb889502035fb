package io.jieyu.ledger.ending;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.LedgerAccount.PRIOR;
import static io.jieyu.ledger.LedgerAccount.RECEIVABLE;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.AnnualCredit;
import io.jieyu.ledger.account.CloseReason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Lapse;
import io.jieyu.ledger.account.MonthEnds;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.interest.Interest;
import java.time.YearMonth;
import java.util.List;

/**
 * How an account ends: everything that is owed to it or by it is settled, and the rest leaves in
 * one sum (rulebook 14.3). A CLOSED account holds 0 in all five buckets.
 */
public final class ClosingSequence {

    private ClosingSequence() {}

    /**
     * Closes the account.
     *
     * @param target where the balance goes
     * @return the balance that went there, fen
     */
    static long run(Draft draft, LedgerAccount target, CloseReason reason) {
        draft.releaseSuspense();
        YearMonth lastClosed = draft.monthEnds().lastClosed();
        if (lastClosed != null) {
            Interest.post(draft, lastClosed);
        }
        draft.post(
                POOLED_FUND,
                RECEIVABLE,
                draft.balances().receivableFen(),
                draft.grounds(Reason.WRITE_OFF, null, "14.3"));
        long balanceFen = draft.balances().balanceFen();
        draft.debit(
                List.of(CURRENT, PRIOR),
                target,
                balanceFen,
                draft.grounds(Reason.CLOSURE, null, "14.3"));
        close(draft, reason);
        return balanceFen;
    }

    /** Step 6. */
    private static void close(Draft draft, CloseReason reason) {
        draft.lifetime(draft.lifetime().closed(reason));
        if (draft.standing().participation() != Participation.DEREGISTERED) {
            draft.standing(draft.standing().becomes(Participation.TERMINATED));
        }
        draft.pooledBenefit(draft.pooledBenefit().ends(draft.postingDate().plusDays(1)));
        Lapse lapse = draft.lapse();
        draft.lapse(lapse.notWaiting().owing(false));
        draft.monthEnds(MonthEnds.startingAfter(draft.monthEnds().lastClosed()));
        draft.annualCredits(draft.annualCredits().stream().map(AnnualCredit::end).toList());
        draft.holds(
                draft.holds()
                        .without(hold ->
                                hold.kind() == Hold.Kind.DEATH
                                        || hold.kind() == Hold.Kind.TRANSFER));
    }

    /** Where money goes that comes back to a CLOSED account (14.6). */
    public static LedgerAccount payee(Account account) {
        CloseReason reason = account.lifetime().closeReason();
        return reason == CloseReason.SWEPT || reason == CloseReason.NO_HEIR
                ? POOLED_FUND
                : LedgerAccount.PAID_OUT;
    }
}
