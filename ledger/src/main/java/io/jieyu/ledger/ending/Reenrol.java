package io.jieyu.ledger.ending;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.AnnualCredit;
import io.jieyu.ledger.account.CloseReason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.MonthEnds;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;

/** The message {@code reenrolled} (rulebook 6.24). */
public final class Reenrol implements MessageRule<Reenrolment> {

    @Override
    public Reenrolment read(Fields fields) throws InvalidField {
        return new Reenrolment(fields.date("date"));
    }

    @Override
    public Verdict decide(Reenrolment message, Situation situation) {
        Account account = situation.account();
        if (account == null) {
            return MessageRule.refused(Preconditions.notFound());
        }
        boolean deregistered = account.standing().participation() == Participation.DEREGISTERED;
        if (!deregistered && !mayReopen(account)) {
            return MessageRule.refused(
                    Refusal.ofState(
                            RefusalCode.NOT_REENROLLABLE,
                            "a DEREGISTERED person, or an account CLOSED as SWEPT, REFUNDED or"
                                    + " TRANSFERRED_OUT"));
        }
        Draft draft = Draft.of(situation, message.date());
        reopen(draft, deregistered);
        return new Verdict.Accepted(draft);
    }

    private static boolean mayReopen(Account account) {
        CloseReason reason = account.lifetime().closeReason();
        return account.isClosed()
                && (reason == CloseReason.SWEPT
                        || reason == CloseReason.REFUNDED
                        || reason == CloseReason.TRANSFERRED_OUT);
    }

    private static void reopen(Draft draft, boolean deregistered) {
        draft.holds(draft.holds().without(Hold.Kind.LAPSE));
        draft.lapse(draft.lapse().ended().owing(deregistered));
        draft.payments(draft.payments().liableFrom(null));
        draft.standing(draft.standing().notEnrolled());
        if (draft.before().isClosed()) {
            draft.lifetime(draft.lifetime().reopened());
            draft.monthEnds(MonthEnds.startingAfter(draft.region().lastClosed()));
            draft.annualCredits(draft.annualCredits().stream().map(AnnualCredit::end).toList());
        }
    }
}
