package io.jieyu.ledger.crediting;

import static io.jieyu.ledger.LedgerAccount.CONTRIBUTIONS;
import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.MUTUAL_AID;
import static io.jieyu.ledger.LedgerAccount.OVERPAYMENTS;
import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.LedgerAccount.PRIOR;
import static io.jieyu.ledger.policy.PolicyField.BACK_PAYMENT;
import static io.jieyu.ledger.policy.PolicyField.BENEFIT;
import static io.jieyu.ledger.policy.PolicyField.FREE_WITHDRAWAL_BEFORE;

import io.jieyu.ledger.Category;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Grounds;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.policy.BackPaymentRule;
import io.jieyu.ledger.policy.Policy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an accepted contribution does, in the order of rulebook 6.1.
 *
 * @param ofPeriod the policy of the contribution period: formulas
 * @param ofDate the policy of the month in which the money was received: bucket, free money,
 *     benefit day
 */
record ContributionEffects(
        Contribution contribution, Credits credits, Policy ofPeriod, Policy ofDate) {

    Draft on(Draft draft) {
        draft.person(contribution.birthDate(), contribution.category(), contribution.tier());
        credit(draft, credits.personal());
        credit(draft, credits.employer());
        if (contribution.isResident()) {
            residentPremium(draft);
        } else {
            personalRest(draft);
            employerRest(draft);
        }
        var record =
                new PeriodRecord(
                        PeriodRecord.Status.PAID, contribution.businessKey(), credits.credited());
        draft.paid(
                contribution.period(), record, contribution.isResident() ? 0 : credits.baseFen());
        if (draft.participation() == Participation.NOT_ENROLLED) {
            draft.enrol(benefitDay());
        }
        return draft;
    }

    /** Effects 4 and 5: two computations, two roundings, two credits. */
    private void credit(Draft draft, Credits.Credit credit) {
        draft.credit(
                CONTRIBUTIONS,
                bucket(),
                credit.amountFen(),
                grounds("7.4", credit.formula()),
                ofDate.get(FREE_WITHDRAWAL_BEFORE).orElse(null));
    }

    /**
     * Effect 3: money of an earlier account year belongs to the prior years, where the region says
     * so.
     */
    private LedgerAccount bucket() {
        return ofDate.get(BACK_PAYMENT).bucket() == BackPaymentRule.Bucket.BY_CONTRIBUTION_PERIOD
                        && contribution
                                .period()
                                .isBefore(ofDate.accountYearStart(contribution.monthReceived()))
                ? PRIOR
                : CURRENT;
    }

    /** Effect 6: what the person paid beyond the credit, mutual aid first. */
    private void personalRest(Draft draft) {
        Long receivedFen = contribution.personalReceivedFen();
        if (receivedFen == null) {
            return;
        }
        draft.post(CONTRIBUTIONS, MUTUAL_AID, credits.mutualAidFen(), grounds("7.5", Map.of()));
        long restFen = receivedFen - credits.mutualAidFen() - credits.personal().amountFen();
        boolean overpaid = contribution.category() == Category.EMPLOYEE && credits.credited();
        var formula = new LinkedHashMap<String, Object>();
        formula.put("personalReceivedFen", receivedFen);
        formula.put("mutualAidFen", credits.mutualAidFen());
        formula.put("personalCreditFen", credits.personal().amountFen());
        draft.post(
                CONTRIBUTIONS,
                overpaid ? OVERPAYMENTS : POOLED_FUND,
                restFen,
                grounds("6.1", formula));
    }

    /**
     * Effect 7: the employer's money that is not the account's; the ledger does not police the
     * employer's rate.
     */
    private void employerRest(Draft draft) {
        long restFen = contribution.employerReceivedFen() - credits.employer().amountFen();
        if (restFen > 0) {
            var formula = new LinkedHashMap<String, Object>();
            formula.put("employerReceivedFen", contribution.employerReceivedFen());
            formula.put("employerCreditFen", credits.employer().amountFen());
            draft.post(CONTRIBUTIONS, POOLED_FUND, restFen, grounds("6.1", formula));
        }
    }

    /** For residents instead of effects 6 and 7. */
    private void residentPremium(Draft draft) {
        long receivedFen = contribution.receivedFen();
        var formula = new LinkedHashMap<String, Object>();
        formula.put("receivedFen", receivedFen);
        formula.put("personalCreditFen", credits.personal().amountFen());
        draft.post(
                CONTRIBUTIONS,
                POOLED_FUND,
                receivedFen - credits.personal().amountFen(),
                grounds("6.1", formula));
    }

    /** Rulebook 10.6. */
    private LocalDate benefitDay() {
        var month = contribution.monthReceived();
        return switch (ofDate.get(BENEFIT).start()) {
            case NEXT_MONTH -> month.plusMonths(1).atDay(1);
            case SAME_MONTH -> month.atDay(1);
        };
    }

    private Grounds grounds(String rule, Map<String, Object> formula) {
        return new Grounds(
                contribution.date(),
                Reason.CONTRIBUTION,
                contribution.period(),
                ofPeriod.policyId(),
                rule,
                formula);
    }
}
