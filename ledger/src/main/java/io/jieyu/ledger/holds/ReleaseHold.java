package io.jieyu.ledger.holds;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import java.util.Optional;

/** The message {@code holdReleased} (解冻, rulebook 6.8); what was suspended for it is released. */
public final class ReleaseHold implements MessageRule<ReleasedHold> {

    @Override
    public ReleasedHold read(Fields fields) throws InvalidField {
        return new ReleasedHold(fields.date("date"), fields.text("caseNo"));
    }

    @Override
    public Verdict decide(ReleasedHold message, Situation situation) {
        Account account = situation.account();
        Optional<Refusal> refusal = Preconditions.existsAndIsNotClosed(account);
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, message.date());
        if (!draft.holds().hasCase(message.caseNo())) {
            return MessageRule.refused(
                    Refusal.ofField(
                            RefusalCode.HOLD_NOT_FOUND,
                            "caseNo",
                            message.caseNo(),
                            "the case number of a hold that stands"));
        }
        draft.holds(draft.holds().without(hold -> message.caseNo().equals(hold.caseNo())));
        if (!draft.isCreditingSuspended()) {
            draft.releaseSuspense();
        }
        return new Verdict.Accepted(draft);
    }
}
