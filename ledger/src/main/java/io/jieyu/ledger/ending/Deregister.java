package io.jieyu.ledger.ending;

import static io.jieyu.ledger.policy.PolicyField.DEREGISTRATION;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.account.CloseReason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.Sweep;
import io.jieyu.ledger.lapse.MonthLapse;
import java.time.YearMonth;

/**
 * The end of a participation by a long lapse, in a region whose own document asks for it (rulebook
 * 10.7).
 */
public final class Deregister {

    private Deregister() {}

    /** Applies it to a draft of the close of that month, if the lapse is long enough. */
    public static void afterLongLapse(Draft draft, YearMonth month) {
        if (!MonthLapse.endsParticipation(draft, month)) {
            return;
        }
        draft.standing(draft.standing().becomes(Participation.DEREGISTERED));
        draft.pooledBenefit(draft.pooledBenefit().ends(month.plusMonths(1).atDay(1)));
        draft.notice(Notice.DEREGISTERED);
        switch (draft.policies().of(month).get(DEREGISTRATION).disposition()) {
            case RETAIN -> {
                // the account stays open, with its holds and its interest
            }
            case SWEEP_TO_POOL -> {
                long sweptFen =
                        ClosingSequence.run(draft, LedgerAccount.POOLED_FUND, CloseReason.SWEPT);
                String sweepId = draft.before().id() + "#" + (draft.sweeps().size() + 1);
                draft.sweep(new Sweep(sweepId, sweptFen, false));
            }
            case REFUND -> ClosingSequence.run(draft, LedgerAccount.PAID_OUT, CloseReason.REFUNDED);
        }
    }
}
