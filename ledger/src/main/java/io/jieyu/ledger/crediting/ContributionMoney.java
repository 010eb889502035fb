package io.jieyu.ledger.crediting;

import static io.jieyu.ledger.LedgerAccount.CONTRIBUTIONS;
import static io.jieyu.ledger.LedgerAccount.MUTUAL_AID;
import static io.jieyu.ledger.LedgerAccount.OVERPAYMENTS;
import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.policy.PolicyField.CATEGORIES;

import io.jieyu.ledger.Category;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Booking;
import io.jieyu.ledger.account.Credit;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Grounds;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.policy.AccountRule;
import io.jieyu.ledger.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The money of a contribution, or of the replacement of one: what is credited by the policy of its
 * period, and where the rest goes (rulebook 6.1 effects 2 to 7).
 */
public final class ContributionMoney {

    private final Contribution contribution;
    private final Policy ofPeriod;
    private final boolean creditable;
    private final Credits credits;

    private ContributionMoney(
            Contribution contribution, Policy ofPeriod, boolean creditable, Credits credits) {
        this.contribution = contribution;
        this.ofPeriod = ofPeriod;
        this.creditable = creditable;
        this.credits = credits;
    }

    /**
     * The amounts; empty when the formula needs a figure that the policy does not have.
     *
     * @param ofPeriod the policy of the contribution period
     * @param creditable what rulebook 11.2 says of it; true for REGULAR ones
     */
    public static Optional<ContributionMoney> of(
            Contribution contribution, Policy ofPeriod, boolean creditable) {
        return new CreditFormulas(contribution, ofPeriod, creditable)
                .compute()
                .map(credits -> new ContributionMoney(contribution, ofPeriod, creditable, credits));
    }

    /** What reaches the account: the personal part and the employer's. */
    public long creditFen() {
        return Math.addExact(credits.personal().amountFen(), credits.employer().amountFen());
    }

    /** NO_ACCOUNT_FOR_CATEGORY where the region gives the category no account (6.1 no. 4). */
    public static Optional<Refusal> noAccount(Contribution contribution, Policy ofPeriod) {
        return ofPeriod.get(CATEGORIES).of(contribution.category()) == AccountRule.NO_ACCOUNT
                ? Optional.of(noAccountRefusal(contribution, ofPeriod))
                : Optional.empty();
    }

    static Refusal noAccountRefusal(Contribution contribution, Policy ofPeriod) {
        return Refusal.ofField(
                RefusalCode.NO_ACCOUNT_FOR_CATEGORY,
                "category",
                contribution.category().name(),
                "a category and tier that has a personal account by " + ofPeriod.policyId());
    }

    /** NO_RATE_DATA, when there are no amounts (6.1 no. 11). */
    public static Refusal noRateData(Contribution contribution, Policy ofPeriod) {
        return Refusal.ofField(
                RefusalCode.NO_RATE_DATA,
                "period",
                contribution.period().toString(),
                String.format(
                        Locale.ROOT,
                        "a period for which %s has the figures of its formula",
                        ofPeriod.policyId()));
    }

    /** UNDERPAID, when the person paid less than is due (6.1 no. 12). */
    public Optional<Refusal> underpaid() {
        Long receivedFen = contribution.personalReceivedFen();
        long dueFen = Math.addExact(credits.mutualAidFen(), credits.personal().amountFen());
        return contribution.isResident() || receivedFen == null || receivedFen >= dueFen
                ? Optional.empty()
                : Optional.of(
                        Refusal.ofField(
                                RefusalCode.UNDERPAID,
                                "personalReceivedFen",
                                receivedFen,
                                String.format(
                                        Locale.ROOT,
                                        "at least %d: personal credit %d + mutual aid %d",
                                        dueFen,
                                        credits.personal().amountFen(),
                                        credits.mutualAidFen())));
    }

    /** The base that later queries show; residents have none. */
    public long baseFen() {
        return contribution.isResident() ? 0 : credits.baseFen();
    }

    /** What the period's record says of the payment. */
    public PeriodRecord.Payment payment() {
        return contribution.payment(credits.credited());
    }

    /** Posts everything and keeps it under the contribution's key. */
    public void post(Draft draft) {
        var posted = new ArrayList<Credit>();
        credit(draft, credits.personal(), posted);
        credit(draft, credits.employer(), posted);
        var rests = new ArrayList<Booking.Rest>();
        if (contribution.isResident()) {
            residentPremium(draft, rests);
        } else {
            personalRest(draft, rests);
            employerRest(draft, rests);
        }
        draft.book(
                contribution.businessKey(),
                new Booking.Contribution(
                        posted, rests, creditable, draft.lifetime().generation(), false));
    }

    /** Effects 4 and 5: two computations, two roundings, two credits. */
    private void credit(Draft draft, Credits.Credit credit, List<Credit> posted) {
        if (credit.amountFen() > 0) {
            posted.add(
                    draft.credit(
                            CONTRIBUTIONS,
                            draft.bucketOf(contribution.period()),
                            credit.amountFen(),
                            grounds(draft, "7.4", credit.formula()),
                            contribution.businessKey()));
        }
    }

    /** Effect 6: what the person paid beyond the credit, mutual aid first. */
    private void personalRest(Draft draft, List<Booking.Rest> rests) {
        Long receivedFen = contribution.personalReceivedFen();
        if (receivedFen == null) {
            return;
        }
        rest(draft, rests, MUTUAL_AID, credits.mutualAidFen(), grounds(draft, "7.5", Map.of()));
        boolean overpaid = contribution.category() == Category.EMPLOYEE && credits.credited();
        var formula = new LinkedHashMap<String, Object>();
        formula.put("personalReceivedFen", receivedFen);
        formula.put("mutualAidFen", credits.mutualAidFen());
        formula.put("personalCreditFen", credits.personal().amountFen());
        rest(
                draft,
                rests,
                overpaid ? OVERPAYMENTS : POOLED_FUND,
                receivedFen - credits.mutualAidFen() - credits.personal().amountFen(),
                grounds(draft, "6.1", formula));
    }

    /**
     * Effect 7: the employer's money that is not the account's; the ledger does not police the
     * employer's rate.
     */
    private void employerRest(Draft draft, List<Booking.Rest> rests) {
        long restFen = contribution.employerReceivedFen() - credits.employer().amountFen();
        if (restFen > 0) {
            var formula = new LinkedHashMap<String, Object>();
            formula.put("employerReceivedFen", contribution.employerReceivedFen());
            formula.put("employerCreditFen", credits.employer().amountFen());
            rest(draft, rests, POOLED_FUND, restFen, grounds(draft, "6.1", formula));
        }
    }

    /** For residents instead of effects 6 and 7. */
    private void residentPremium(Draft draft, List<Booking.Rest> rests) {
        long receivedFen = contribution.receivedFen();
        var formula = new LinkedHashMap<String, Object>();
        formula.put("receivedFen", receivedFen);
        formula.put("personalCreditFen", credits.personal().amountFen());
        rest(
                draft,
                rests,
                POOLED_FUND,
                receivedFen - credits.personal().amountFen(),
                grounds(draft, "6.1", formula));
    }

    private static void rest(
            Draft draft,
            List<Booking.Rest> rests,
            LedgerAccount account,
            long amountFen,
            Grounds grounds) {
        if (amountFen > 0) {
            draft.post(CONTRIBUTIONS, account, amountFen, grounds);
            rests.add(new Booking.Rest(account, amountFen));
        }
    }

    private Grounds grounds(Draft draft, String rule, Map<String, Object> formula) {
        return new Grounds(
                draft.postingDate(),
                Reason.CONTRIBUTION,
                contribution.period(),
                ofPeriod.policyId(),
                rule,
                formula);
    }
}
