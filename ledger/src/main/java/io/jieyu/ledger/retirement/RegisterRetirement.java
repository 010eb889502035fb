package io.jieyu.ledger.retirement;

import static io.jieyu.ledger.RefusalCode.ALREADY_RETIRED;
import static io.jieyu.ledger.RefusalCode.CONTRIBUTION_YEARS_SHORT;
import static io.jieyu.ledger.RefusalCode.IDENTITY_MISMATCH;
import static io.jieyu.ledger.RefusalCode.NO_POLICY;
import static io.jieyu.ledger.RefusalCode.NO_RATE_DATA;
import static io.jieyu.ledger.RefusalCode.PERSON_TERMINATED;
import static io.jieyu.ledger.policy.PolicyField.MIN_CONTRIBUTION_YEARS;

import io.jieyu.ledger.Category;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PooledBenefit;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.policy.ContributionYears;
import io.jieyu.ledger.policy.Policy;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message {@code retirementRegistered} (rulebook 6.9). */
public final class RegisterRetirement implements MessageRule<Retirement> {

    private static final int MONTHS = 12;

    @Override
    public Retirement read(Fields fields) throws InvalidField {
        return Retirement.read(fields);
    }

    @Override
    public Verdict decide(Retirement retirement, Situation situation) {
        Account account = situation.account();
        Optional<Refusal> ended = Preconditions.isOpen(account);
        if (ended.isPresent()) {
            return MessageRule.refused(ended.get());
        }
        YearMonth month = YearMonth.from(retirement.date());
        Optional<Policy> policy = situation.policies().known(month);
        if (policy.isEmpty()) {
            return MessageRule.refused(
                    Refusal.ofState(
                            NO_POLICY,
                            "a policy of region "
                                    + situation.id().regionCode()
                                    + " or a wider one for "
                                    + month));
        }
        Optional<Refusal> refusal =
                otherPerson(retirement, account)
                        .or(() -> alreadyEnded(account))
                        .or(() -> tooFewYears(retirement, policy.get()));
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, retirement.date());
        retire(retirement, draft);
        return creditWhatIsDue(retirement, draft)
                ? new Verdict.Accepted(draft)
                : MessageRule.refused(
                        Refusal.ofState(
                                NO_RATE_DATA, "the figures of the flat credits that are due now"));
    }

    private static void retire(Retirement retirement, Draft draft) {
        draft.person(
                draft.person()
                        .born(retirement.birthDate())
                        .as(Category.RETIREE, draft.person().tier()));
        draft.standing(draft.standing().retired(retirement.retiredFrom()));
        draft.lapse(draft.lapse().ended().notWaiting().owing(false));
        draft.holds(draft.holds().without(Hold.Kind.LAPSE));
        if (draft.pooledBenefit().status() != PooledBenefit.Status.ACTIVE) {
            draft.pooledBenefit(
                    draft.pooledBenefit()
                            .becomes(
                                    PooledBenefit.Status.ACTIVE,
                                    retirement.retiredFrom().atDay(1)));
        }
    }

    /** Oldest first, an annual credit before a monthly one; false when a figure is not known. */
    private static boolean creditWhatIsDue(Retirement retirement, Draft draft) {
        List<AnnualCredits.Due> years =
                AnnualCredits.dueAtRegistration(draft, retirement.retiredFrom());
        YearMonth firstClosed = draft.region().firstClosed();
        YearMonth lastClosed = draft.region().lastClosed();
        boolean known = true;
        int year = 0;
        if (firstClosed != null && lastClosed != null) {
            YearMonth month = later(retirement.retiredFrom(), firstClosed);
            for (; !month.isAfter(lastClosed); month = month.plusMonths(1)) {
                while (year < years.size() && !years.get(year).from().isAfter(month)) {
                    known &= AnnualCredits.post(draft, years.get(year++));
                }
                known &= !FlatCredits.isDue(draft, month) || FlatCredits.postLate(draft, month);
            }
        }
        while (year < years.size()) {
            known &= AnnualCredits.post(draft, years.get(year++));
        }
        return known;
    }

    private static Optional<Refusal> otherPerson(Retirement retirement, @Nullable Account account) {
        return account != null && account.person().differs(retirement.birthDate())
                ? Optional.of(
                        Refusal.ofField(
                                IDENTITY_MISMATCH,
                                "birthDate",
                                retirement.birthDate().toString(),
                                "the birth date that opened the account"))
                : Optional.empty();
    }

    private static Optional<Refusal> alreadyEnded(@Nullable Account account) {
        Participation participation =
                account == null ? Participation.NOT_ENROLLED : account.standing().participation();
        return switch (participation) {
            case RETIRED ->
                    Optional.of(Refusal.ofState(ALREADY_RETIRED, "a person who is not RETIRED"));
            case TERMINATED, TRANSFER_PENDING, DEREGISTERED ->
                    Optional.of(
                            Refusal.ofState(
                                    PERSON_TERMINATED,
                                    "a person who takes part; participation is " + participation));
            case NOT_ENROLLED, ACTIVE, LAPSED, WAITING -> Optional.empty();
        };
    }

    private static Optional<Refusal> tooFewYears(Retirement retirement, Policy policy) {
        Optional<ContributionYears> needed = policy.get(MIN_CONTRIBUTION_YEARS);
        long months = needed.map(years -> years.of(retirement.sex()) * MONTHS).orElse(0L);
        return retirement.recognisedMonths() < months
                ? Optional.of(
                        Refusal.ofField(
                                CONTRIBUTION_YEARS_SHORT,
                                "recognisedMonths",
                                retirement.recognisedMonths(),
                                "at least " + months + " by " + policy.policyId()))
                : Optional.empty();
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
