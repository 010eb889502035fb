package io.jieyu.ledger.crediting;

import static io.jieyu.ledger.RefusalCode.DEREGISTERED;
import static io.jieyu.ledger.RefusalCode.IDENTITY_MISMATCH;
import static io.jieyu.ledger.RefusalCode.NOT_OLDEST_FIRST;
import static io.jieyu.ledger.RefusalCode.NO_POLICY;
import static io.jieyu.ledger.RefusalCode.PERIOD_ALREADY_PAID;
import static io.jieyu.ledger.RefusalCode.PERIOD_CLOSED;
import static io.jieyu.ledger.RefusalCode.PERIOD_NOT_CLOSED;
import static io.jieyu.ledger.RefusalCode.PERIOD_TOO_FAR_AHEAD;
import static io.jieyu.ledger.RefusalCode.RETIRED_FROM_PERIOD;
import static io.jieyu.ledger.policy.PolicyField.BACK_PAYMENT;
import static io.jieyu.ledger.policy.PolicyField.CATEGORIES;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.Payments;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.account.Person;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.RegionMonths;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.account.Standing;
import io.jieyu.ledger.lapse.Arrears;
import io.jieyu.ledger.lapse.Resumption;
import io.jieyu.ledger.policy.AccountRule;
import io.jieyu.ledger.policy.BackPaymentRule;
import io.jieyu.ledger.policy.Policy;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code contribution} (缴费, rulebook 6.1): its preconditions in their order, then its
 * effects.
 */
public final class CreditContribution implements MessageRule<Contribution> {

    private static final int MONTHS_AHEAD = 12;

    @Override
    public Contribution read(Fields fields) throws InvalidField {
        return Contribution.read(fields);
    }

    @Override
    public Verdict decide(Contribution contribution, Situation situation) {
        Account account = situation.account();
        Optional<Refusal> ended = Preconditions.isOpen(account).or(() -> deregistered(account));
        if (ended.isPresent()) {
            return MessageRule.refused(ended.get());
        }
        Optional<Policy> ofPeriod = situation.policies().known(contribution.period());
        Optional<Policy> ofDate = situation.policies().known(contribution.monthReceived());
        if (ofPeriod.isEmpty() || ofDate.isEmpty()) {
            return MessageRule.refused(
                    noPolicy(
                            situation,
                            ofPeriod.isEmpty()
                                    ? contribution.period()
                                    : contribution.monthReceived()));
        }
        Optional<Refusal> refusal =
                categoryWithout(contribution, account, ofPeriod.get())
                        .or(() -> otherPerson(contribution, account))
                        .or(() -> retired(contribution, account))
                        .or(() -> wrongPeriod(contribution, situation.region()))
                        .or(() -> alreadyPaid(contribution, account))
                        .or(() -> notOldest(contribution, account, ofDate.get()));
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        return credit(contribution, situation, ofPeriod.get(), ofDate.get());
    }

    private static Verdict credit(
            Contribution contribution, Situation situation, Policy ofPeriod, Policy ofDate) {
        Draft draft = Draft.of(situation, contribution.date());
        Arrears arrears = Arrears.of(contribution.period(), draft, ofDate);
        boolean creditable =
                contribution.type() == Contribution.Type.REGULAR || arrears.areCredited();
        Optional<ContributionMoney> money =
                ContributionMoney.of(contribution, ofPeriod, creditable);
        if (money.isEmpty()) {
            return MessageRule.refused(ContributionMoney.noRateData(contribution, ofPeriod));
        }
        Optional<Refusal> underpaid = money.get().underpaid();
        if (underpaid.isPresent()) {
            return MessageRule.refused(underpaid.get());
        }
        effects(contribution, money.get(), arrears, draft);
        return new Verdict.Accepted(draft);
    }

    /** Effects 1 to 9. */
    private static void effects(
            Contribution contribution, ContributionMoney money, Arrears arrears, Draft draft) {
        Person person = draft.person().born(contribution.birthDate());
        draft.person(
                draft.standing().underlying() == Participation.RETIRED
                        ? person
                        : person.as(contribution.category(), contribution.tier()));
        money.post(draft);
        String key = contribution.businessKey();
        Payments counted = draft.payments().counted(key);
        switch (contribution.type()) {
            case REGULAR -> {
                draft.payments(
                        counted.with(
                                        contribution.period(),
                                        PeriodRecord.paid(
                                                PeriodRecord.Status.PAID, null, money.payment()))
                                .regular(key, money.baseFen())
                                .liableFrom(earlier(counted.liableFrom(), contribution.period())));
                Resumption.paid(
                        draft, contribution.period(), contribution.date(), contribution.payer());
            }
            case BACK_PAYMENT -> {
                PeriodRecord record = counted.period(contribution.period());
                boolean paidInTime = record != null && record.status() == PeriodRecord.Status.PAID;
                draft.payments(
                        counted.with(
                                        contribution.period(),
                                        PeriodRecord.paid(
                                                paidInTime
                                                        ? PeriodRecord.Status.PAID
                                                        : PeriodRecord.Status.PAID_LATE,
                                                record == null ? null : record.runStart(),
                                                money.payment()))
                                .liableFrom(
                                        counted.liableFrom() == null
                                                ? draft.region().open()
                                                : counted.liableFrom()));
                Resumption.repaid(draft, arrears, contribution.date(), contribution.payer());
            }
        }
    }

    private static YearMonth earlier(@Nullable YearMonth one, YearMonth other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Optional<Refusal> deregistered(@Nullable Account account) {
        return account != null && account.standing().underlying() == Participation.DEREGISTERED
                ? Optional.of(
                        Refusal.ofState(
                                DEREGISTERED,
                                "a participation that has not ended, or a reenrolled before it"))
                : Optional.empty();
    }

    private static Refusal noPolicy(Situation situation, YearMonth month) {
        return Refusal.ofState(
                NO_POLICY,
                String.format(
                        Locale.ROOT,
                        "a policy of region %s or a wider one for %s",
                        situation.id().regionCode(),
                        month));
    }

    private static Optional<Refusal> categoryWithout(
            Contribution contribution, @Nullable Account account, Policy policy) {
        boolean onlyPooled =
                policy.get(CATEGORIES).of(contribution.category()) == AccountRule.BY_TIER
                        && contribution.tier() == Tier.POOLED_ONLY;
        return onlyPooled && account == null
                ? Optional.of(ContributionMoney.noAccountRefusal(contribution, policy))
                : ContributionMoney.noAccount(contribution, policy);
    }

    private static Optional<Refusal> otherPerson(
            Contribution contribution, @Nullable Account account) {
        return account != null && account.person().differs(contribution.birthDate())
                ? Optional.of(
                        Refusal.ofField(
                                IDENTITY_MISMATCH,
                                "birthDate",
                                contribution.birthDate().toString(),
                                "the birth date that opened the account"))
                : Optional.empty();
    }

    private static Optional<Refusal> retired(Contribution contribution, @Nullable Account account) {
        if (account == null || account.standing().underlying() != Participation.RETIRED) {
            return Optional.empty();
        }
        Standing standing = account.standing();
        YearMonth from = standing.retiredFrom();
        return from != null && !contribution.period().isBefore(from)
                ? refused(RETIRED_FROM_PERIOD, contribution, "a period before " + from)
                : Optional.empty();
    }

    private static Optional<Refusal> wrongPeriod(Contribution contribution, RegionMonths region) {
        boolean open = region.isOpen(contribution.period());
        if (contribution.type() == Contribution.Type.REGULAR && !open) {
            return refused(
                    PERIOD_CLOSED,
                    contribution,
                    "a period from " + region.open() + " on, or type BACK_PAYMENT");
        }
        if (contribution.type() == Contribution.Type.BACK_PAYMENT && open) {
            return refused(PERIOD_NOT_CLOSED, contribution, "a closed period, or type REGULAR");
        }
        YearMonth last = contribution.monthReceived().plusMonths(MONTHS_AHEAD);
        return contribution.period().isAfter(last)
                ? refused(PERIOD_TOO_FAR_AHEAD, contribution, "a period up to " + last)
                : Optional.empty();
    }

    private static Optional<Refusal> alreadyPaid(
            Contribution contribution, @Nullable Account account) {
        PeriodRecord record =
                account == null ? null : account.payments().period(contribution.period());
        return record != null && record.isPaid()
                ? refused(
                        PERIOD_ALREADY_PAID,
                        contribution,
                        String.format(
                                Locale.ROOT,
                                "a period that contribution %s has not paid",
                                record.key()))
                : Optional.empty();
    }

    private static Optional<Refusal> notOldest(
            Contribution contribution, @Nullable Account account, Policy ofDate) {
        PeriodRecord record =
                account == null ? null : account.payments().period(contribution.period());
        if (account == null
                || record == null
                || !record.isMissed()
                || record.runStart() == null
                || ofDate.get(BACK_PAYMENT).allocation()
                        != BackPaymentRule.Allocation.OLDEST_FIRST) {
            return Optional.empty();
        }
        return account.payments().anyMissedBefore(contribution.period(), record.runStart())
                ? refused(
                        NOT_OLDEST_FIRST,
                        contribution,
                        "the oldest unpaid period of the gap that began with " + record.runStart())
                : Optional.empty();
    }

    private static Optional<Refusal> refused(
            RefusalCode code, Contribution contribution, String expected) {
        return Optional.of(
                Refusal.ofField(code, "period", contribution.period().toString(), expected));
    }
}
