package io.jieyu.ledger.correcting;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Payments;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message {@code contributionReversed} (冲正, rulebook 6.2). */
public final class ReverseContribution implements MessageRule<ContributionReversal> {

    @Override
    public ContributionReversal read(Fields fields) throws InvalidField {
        return ContributionReversal.reversed(fields);
    }

    @Override
    public Verdict decide(ContributionReversal reversal, Situation situation) {
        Optional<Refusal> refusal = originalMissing(reversal, situation);
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, reversal.date());
        takeBack(draft, reversal);
        forgetPeriod(draft, reversal.originalPeriod());
        return new Verdict.Accepted(draft);
    }

    /** What both kinds of reversal ask first. */
    static Optional<Refusal> originalMissing(ContributionReversal reversal, Situation situation) {
        Account account = situation.account();
        return Preconditions.existsAndIsNotClosed(account)
                .or(() -> originalMissing(reversal, account, situation));
    }

    private static Optional<Refusal> originalMissing(
            ContributionReversal reversal, @Nullable Account account, Situation situation) {
        Binding binding = situation.bindings().of(reversal.originalKey());
        if (account == null
                || binding == null
                || !(binding.booking() instanceof Booking.Contribution booked)
                || booked.generation() != account.lifetime().generation()) {
            return Optional.of(
                    Refusal.ofField(
                            RefusalCode.ORIGINAL_NOT_FOUND,
                            "originalSerial",
                            reversal.originalSerial(),
                            "the serial of an accepted contribution of type "
                                    + reversal.originalType()
                                    + " for "
                                    + reversal.originalPeriod()));
        }
        return booked.reversed()
                ? Optional.of(
                        Refusal.ofField(
                                RefusalCode.ALREADY_REVERSED,
                                "originalSerial",
                                reversal.originalSerial(),
                                "a contribution that is not reversed yet"))
                : Optional.empty();
    }

    /** Posts the original the other way and marks it. */
    static void takeBack(Draft draft, ContributionReversal reversal) {
        String key = reversal.originalKey();
        if (draft.booking(key) instanceof Booking.Contribution booked) {
            Reversals.contribution(draft, booked, reversal.originalPeriod());
            draft.book(key, booked.reverse());
        }
        draft.payments(draft.payments().uncounted());
    }

    /** An open period is as if never paid; the history of a closed one is not rewritten. */
    private static void forgetPeriod(Draft draft, YearMonth period) {
        Payments payments = draft.payments();
        PeriodRecord record = payments.period(period);
        if (record != null) {
            draft.payments(
                    draft.region().isOpen(period)
                            ? payments.without(period)
                            : payments.with(period, record.takenBack()));
        }
    }
}
