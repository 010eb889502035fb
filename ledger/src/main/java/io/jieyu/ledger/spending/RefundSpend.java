package io.jieyu.ledger.spending;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;
import static io.jieyu.ledger.LedgerAccount.PROVIDERS;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.ending.ClosingSequence;

/** The message {@code spendRefunded} (退费, rulebook 6.5); no hold prevents it. */
public final class RefundSpend implements MessageRule<Refund> {

    @Override
    public Refund read(Fields fields) throws InvalidField {
        return Refund.read(fields);
    }

    @Override
    public Verdict decide(Refund refund, Situation situation) {
        if (situation.account() == null) {
            return MessageRule.refused(Preconditions.notFound());
        }
        Binding binding = situation.bindings().of(SpendRequest.key(refund.spendId()));
        if (binding == null || !(binding.booking() instanceof Booking.Spend spend)) {
            return MessageRule.refused(
                    Refusal.ofField(
                            RefusalCode.ORIGINAL_NOT_FOUND,
                            "spendId",
                            refund.spendId(),
                            "the id of an accepted spend"));
        }
        Booking.Parts open = spend.taken().minus(spend.refunded());
        if (refund.amountFen() > open.totalFen()) {
            return MessageRule.refused(
                    Refusal.ofField(
                            RefusalCode.REFUND_EXCEEDS_SPEND,
                            "amountFen",
                            refund.amountFen(),
                            "at most the " + open.totalFen() + " not yet refunded"));
        }
        Draft draft = Draft.of(situation, refund.date());
        long priorFen = Math.min(refund.amountFen(), open.priorFen());
        var part =
                new Booking.Parts(
                        refund.amountFen() - priorFen,
                        priorFen,
                        Math.min(refund.amountFen(), open.freeFen()));
        giveBack(draft, spend, part);
        draft.book(SpendRequest.key(refund.spendId()), spend.refund(part));
        return new Verdict.Accepted(draft);
    }

    private static void giveBack(Draft draft, Booking.Spend spend, Booking.Parts part) {
        if (draft.before().isClosed()) {
            draft.post(
                    PROVIDERS,
                    ClosingSequence.payee(draft.before()),
                    part.totalFen(),
                    draft.grounds(Reason.REFUND, null, "14.6"));
            return;
        }
        boolean carried =
                draft.policies()
                        .accountYearStart(draft.postingDate())
                        .isAfter(draft.policies().accountYearStart(spend.postedOn()));
        credit(draft, PRIOR, part.priorFen());
        credit(draft, carried ? PRIOR : CURRENT, part.currentFen());
        draft.giveBackFree(part.freeFen());
    }

    private static void credit(Draft draft, LedgerAccount bucket, long fen) {
        draft.credit(PROVIDERS, bucket, fen, draft.grounds(Reason.REFUND, null, "6.5"), null);
    }
}
