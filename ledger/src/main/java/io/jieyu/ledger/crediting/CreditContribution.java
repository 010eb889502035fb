package io.jieyu.ledger.crediting;

import static io.jieyu.ledger.RefusalCode.IDENTITY_MISMATCH;
import static io.jieyu.ledger.RefusalCode.NO_ACCOUNT_FOR_CATEGORY;
import static io.jieyu.ledger.RefusalCode.NO_POLICY;
import static io.jieyu.ledger.RefusalCode.NO_RATE_DATA;
import static io.jieyu.ledger.RefusalCode.PERIOD_ALREADY_PAID;
import static io.jieyu.ledger.RefusalCode.PERIOD_NOT_CLOSED;
import static io.jieyu.ledger.RefusalCode.PERIOD_TOO_FAR_AHEAD;
import static io.jieyu.ledger.RefusalCode.UNDERPAID;
import static io.jieyu.ledger.policy.PolicyField.CATEGORIES;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.policy.AccountRule;
import io.jieyu.ledger.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code contribution} (缴费, rulebook 6.1): its preconditions in their order, then its
 * effects. No month is closed yet in this ledger, so every period is open and every posting bears
 * the date of its message (5.6).
 */
public final class CreditContribution implements MessageRule<Contribution> {

    private static final int MONTHS_AHEAD = 12;

    @Override
    public Contribution read(Fields fields) throws InvalidField {
        return Contribution.read(fields);
    }

    @Override
    public LocalDate date(Contribution contribution) {
        return contribution.date();
    }

    @Override
    public String businessKey(Contribution contribution) {
        return contribution.businessKey();
    }

    @Override
    public Map<String, @Nullable Object> content(Contribution contribution) {
        return contribution.content();
    }

    @Override
    public Verdict decide(Contribution contribution, Situation situation) {
        var region = situation.id().regionCode();
        Optional<Policy> ofPeriod = situation.policies().effective(region, contribution.period());
        Optional<Policy> ofDate =
                situation.policies().effective(region, contribution.monthReceived());
        if (ofPeriod.isEmpty() || ofDate.isEmpty()) {
            YearMonth month =
                    ofPeriod.isEmpty() ? contribution.period() : contribution.monthReceived();
            return new Verdict.Refused(
                    Refusal.ofState(
                            NO_POLICY,
                            String.format(
                                    Locale.ROOT,
                                    "a policy of region %s or a wider one for %s",
                                    region,
                                    month)),
                    List.of());
        }
        List<String> used = used(ofPeriod.get().policyId(), ofDate.get().policyId());
        Refusal refusal = refusal(contribution, situation.account(), ofPeriod.get());
        if (refusal != null) {
            return new Verdict.Refused(refusal, used);
        }
        Optional<Credits> credits = new CreditFormulas(contribution, ofPeriod.get()).compute();
        if (credits.isEmpty()) {
            return new Verdict.Refused(noRateData(contribution, ofPeriod.get()), used);
        }
        refusal = underpaid(contribution, credits.get());
        if (refusal != null) {
            return new Verdict.Refused(refusal, used);
        }
        var effects =
                new ContributionEffects(contribution, credits.get(), ofPeriod.get(), ofDate.get());
        return new Verdict.Accepted(effects.on(situation.draft()), used);
    }

    /**
     * Preconditions 4 to 9; those about closed periods, retirement and the end of an account come
     * with its life.
     */
    private static @Nullable Refusal refusal(
            Contribution contribution, @Nullable Account account, Policy policy) {
        AccountRule rule = policy.get(CATEGORIES).of(contribution.category());
        boolean onlyPooled = rule == AccountRule.BY_TIER && contribution.tier() == Tier.POOLED_ONLY;
        if (rule == AccountRule.NO_ACCOUNT || (onlyPooled && account == null)) {
            return Refusal.ofField(
                    NO_ACCOUNT_FOR_CATEGORY,
                    "category",
                    contribution.category().name(),
                    "a category and tier that has a personal account by " + policy.policyId());
        }
        if (account != null
                && account.birthDate() != null
                && !account.birthDate().equals(contribution.birthDate())) {
            return Refusal.ofField(
                    IDENTITY_MISMATCH,
                    "birthDate",
                    contribution.birthDate().toString(),
                    "the birth date that opened the account");
        }
        if (contribution.type() == Contribution.Type.BACK_PAYMENT) {
            return Refusal.ofField(
                    PERIOD_NOT_CLOSED,
                    "period",
                    contribution.period().toString(),
                    "a closed period, or type REGULAR");
        }
        YearMonth last = contribution.monthReceived().plusMonths(MONTHS_AHEAD);
        if (contribution.period().isAfter(last)) {
            return Refusal.ofField(
                    PERIOD_TOO_FAR_AHEAD,
                    "period",
                    contribution.period().toString(),
                    "a period up to " + last);
        }
        if (account != null && account.periods().containsKey(contribution.period())) {
            return Refusal.ofField(
                    PERIOD_ALREADY_PAID,
                    "period",
                    contribution.period().toString(),
                    String.format(
                            Locale.ROOT,
                            "a period that contribution %s has not paid",
                            account.periods().get(contribution.period()).key()));
        }
        return null;
    }

    private static List<String> used(String ofPeriod, String ofDate) {
        return ofPeriod.equals(ofDate) ? List.of(ofPeriod) : List.of(ofPeriod, ofDate);
    }

    private static Refusal noRateData(Contribution contribution, Policy policy) {
        return Refusal.ofField(
                NO_RATE_DATA,
                "period",
                contribution.period().toString(),
                String.format(
                        Locale.ROOT,
                        "a period for which %s has the figures of its formula",
                        policy.policyId()));
    }

    private static @Nullable Refusal underpaid(Contribution contribution, Credits credits) {
        Long receivedFen = contribution.personalReceivedFen();
        long dueFen = Math.addExact(credits.mutualAidFen(), credits.personal().amountFen());
        return contribution.isResident() || receivedFen == null || receivedFen >= dueFen
                ? null
                : Refusal.ofField(
                        UNDERPAID,
                        "personalReceivedFen",
                        receivedFen,
                        String.format(
                                Locale.ROOT,
                                "at least %d: personal credit %d + mutual aid %d",
                                dueFen,
                                credits.personal().amountFen(),
                                credits.mutualAidFen()));
    }
}
