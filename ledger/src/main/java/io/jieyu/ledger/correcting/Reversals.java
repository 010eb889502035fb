package io.jieyu.ledger.correcting;

import static io.jieyu.ledger.LedgerAccount.CONTRIBUTIONS;
import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Credit;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Grounds;
import java.time.YearMonth;
import java.util.List;

/** Takes back what was booked, by postings the other way; nothing is edited (rulebook 12.1). */
final class Reversals {

    private Reversals() {}

    /** The money of a contribution, last effect first (6.2). */
    static void contribution(Draft draft, Booking.Contribution booked, YearMonth period) {
        Grounds grounds = draft.grounds(Reason.REVERSAL, period, "6.2");
        for (Booking.Rest rest : booked.rests().reversed()) {
            draft.post(rest.account(), CONTRIBUTIONS, rest.amountFen(), grounds);
        }
        for (Credit credit : booked.credits().reversed()) {
            credit(draft, credit, draft.grounds(Reason.REVERSAL, period, "12.2"));
        }
    }

    /** One CREDIT: first what still waits in SUSPENSE, then the buckets, then a debt (12.2). */
    static void credit(Draft draft, Credit credit, Grounds grounds) {
        long leftFen =
                credit.amountFen()
                        - draft.takeFromSuspense(
                                credit.suspenseEntry(),
                                credit.source(),
                                credit.amountFen(),
                                grounds);
        if (leftFen > 0) {
            draft.takeBackFree(credit.freeAddedFen());
            draft.clawback(order(draft, credit), credit.source(), leftFen, grounds);
        }
    }

    /** The bucket that the money reached, or has been carried to, pays first (3.4). */
    private static List<LedgerAccount> order(Draft draft, Credit credit) {
        boolean carried =
                draft.policies()
                        .accountYearStart(credit.date())
                        .isBefore(draft.policies().accountYearStart(draft.postingDate()));
        return credit.bucket() == PRIOR || carried
                ? List.of(PRIOR, CURRENT)
                : List.of(CURRENT, PRIOR);
    }
}
