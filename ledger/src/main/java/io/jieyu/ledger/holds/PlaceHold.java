package io.jieyu.ledger.holds;

import static io.jieyu.ledger.policy.PolicyField.COMPLIANCE_HOLD;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.policy.ComplianceHold;
import java.util.Locale;
import java.util.Optional;

/** The message {@code holdPlaced} (冻结, rulebook 6.8). */
public final class PlaceHold implements MessageRule<PlacedHold> {

    @Override
    public PlacedHold read(Fields fields) throws InvalidField {
        return PlacedHold.read(fields);
    }

    @Override
    public Verdict decide(PlacedHold message, Situation situation) {
        Optional<Refusal> refusal = Preconditions.existsAndIsNotClosed(situation.account());
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, message.date());
        if (message.kind() == Hold.Kind.ADMIN) {
            draft.holds(
                    draft.holds()
                            .plus(
                                    new Hold(
                                            message.kind(),
                                            message.date(),
                                            null,
                                            message.caseNo())));
            return new Verdict.Accepted(draft);
        }
        ComplianceHold rule = draft.policy().get(COMPLIANCE_HOLD);
        long months = message.months() == null ? rule.defaultMonths() : message.months();
        if (months < rule.minMonths() || months > rule.maxMonths()) {
            return MessageRule.refused(
                    Refusal.ofField(
                            RefusalCode.HOLD_LENGTH,
                            "months",
                            months,
                            String.format(
                                    Locale.ROOT,
                                    "%d to %d by %s",
                                    rule.minMonths(),
                                    rule.maxMonths(),
                                    draft.policy().policyId())));
        }
        draft.holds(
                draft.holds()
                        .plus(
                                new Hold(
                                        message.kind(),
                                        message.date(),
                                        message.date().plusMonths(months),
                                        message.caseNo())));
        return new Verdict.Accepted(draft);
    }
}
