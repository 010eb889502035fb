package io.jieyu.ledger.correcting;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.Payments;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.crediting.Contribution;
import io.jieyu.ledger.crediting.ContributionMoney;
import io.jieyu.ledger.policy.Policy;
import java.util.Objects;
import java.util.Optional;

/** The message {@code contributionReplaced} (更正, rulebook 6.2): one record for both groups. */
public final class ReplaceContribution implements MessageRule<ContributionReversal> {

    @Override
    public ContributionReversal read(Fields fields) throws InvalidField {
        return ContributionReversal.replaced(fields);
    }

    @Override
    public Verdict decide(ContributionReversal message, Situation situation) {
        Contribution replacement = replacement(message);
        Optional<Refusal> refusal =
                ReverseContribution.originalMissing(message, situation)
                        .or(() -> keyBound(replacement, situation));
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, message.date());
        Policy ofPeriod = draft.policies().of(replacement.period());
        refusal =
                ContributionMoney.noAccount(replacement, ofPeriod)
                        .or(() -> otherPerson(replacement, draft));
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        boolean creditable =
                draft.booking(message.originalKey()) instanceof Booking.Contribution booked
                        && booked.creditable();
        Optional<ContributionMoney> money = ContributionMoney.of(replacement, ofPeriod, creditable);
        if (money.isEmpty()) {
            return MessageRule.refused(ContributionMoney.noRateData(replacement, ofPeriod));
        }
        Optional<Refusal> underpaid = money.get().underpaid();
        if (underpaid.isPresent()) {
            return MessageRule.refused(underpaid.get());
        }
        replace(draft, message, money.get());
        return new Verdict.Accepted(draft);
    }

    private static void replace(
            Draft draft, ContributionReversal message, ContributionMoney money) {
        Contribution replacement = replacement(message);
        boolean last = message.originalKey().equals(draft.payments().lastKey());
        ReverseContribution.takeBack(draft, message);
        money.post(draft);
        draft.outcomes().bound().put(replacement.businessKey(), replacement);
        Payments payments =
                draft.payments()
                        .replaced(
                                message.originalKey(), replacement.businessKey(), money.baseFen());
        PeriodRecord record = payments.period(replacement.period());
        draft.payments(
                record == null
                        ? payments
                        : payments.with(replacement.period(), record.paidBy(money.payment())));
        if (last && draft.standing().underlying() != Participation.RETIRED) {
            draft.person(draft.person().as(replacement.category(), replacement.tier()));
        }
    }

    private static Contribution replacement(ContributionReversal message) {
        return Objects.requireNonNull(message.replacement(), "replacement");
    }

    private static Optional<Refusal> keyBound(Contribution replacement, Situation situation) {
        Binding bound = situation.bindings().of(replacement.businessKey());
        return bound == null
                ? Optional.empty()
                : Optional.of(
                        Refusal.ofField(
                                RefusalCode.CONFLICTING_DUPLICATE,
                                "replacement.serial",
                                replacement.serial(),
                                "a serial that message \""
                                        + bound.messageId()
                                        + "\" has not bound"));
    }

    private static Optional<Refusal> otherPerson(Contribution replacement, Draft draft) {
        return draft.person().differs(replacement.birthDate())
                ? Optional.of(
                        Refusal.ofField(
                                RefusalCode.IDENTITY_MISMATCH,
                                "replacement.birthDate",
                                replacement.birthDate().toString(),
                                "the birth date that opened the account"))
                : Optional.empty();
    }
}
