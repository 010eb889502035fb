package io.jieyu.ledger.crediting;

import static io.jieyu.ledger.Category.EMPLOYEE;
import static io.jieyu.ledger.policy.PolicyField.BASE_LIMITS;
import static io.jieyu.ledger.policy.PolicyField.CATEGORIES;
import static io.jieyu.ledger.policy.PolicyField.EMPLOYER_BANDS;
import static io.jieyu.ledger.policy.PolicyField.EMPLOYER_RATE_BASIS;
import static io.jieyu.ledger.policy.PolicyField.MUTUAL_AID_FEN;
import static io.jieyu.ledger.policy.PolicyField.PERSONAL_RATE;
import static io.jieyu.ledger.policy.PolicyField.REGIONAL_AVERAGE_WAGE;
import static io.jieyu.ledger.policy.PolicyField.RESIDENT_SHARE;

import io.jieyu.ledger.Rate;
import io.jieyu.ledger.Tier;
import io.jieyu.ledger.crediting.Credits.Credit;
import io.jieyu.ledger.policy.AccountRule;
import io.jieyu.ledger.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The formulas of rulebook 7, by the policy of the contribution period. */
final class CreditFormulas {

    private final Contribution contribution;
    private final Policy policy;
    private final boolean creditable;

    /**
     * Rulebook 7.2: the declared base, not below the floor and not above the ceiling of the period.
     */
    private final long baseFen;

    /**
     * The formulas of a contribution.
     *
     * @param creditable what rulebook 11.2 says of it; true for REGULAR ones
     */
    CreditFormulas(Contribution contribution, Policy policy, boolean creditable) {
        this.contribution = contribution;
        this.creditable = creditable;
        this.policy = policy;
        this.baseFen = policy.get(BASE_LIMITS).clamp(contribution.baseFen(), contribution.period());
    }

    /** All amounts; empty when the formula needs a figure that the policy does not have. */
    Optional<Credits> compute() {
        boolean credited = credited();
        if (!credited) {
            return Optional.of(
                    new Credits(false, baseFen, Credit.NONE, Credit.NONE, mutualAidFen()));
        }
        Credit personal = personalCredit();
        return employerCredit(personal)
                .map(employer -> new Credits(true, baseFen, personal, employer, mutualAidFen()));
    }

    /** Rulebook 7.1: whether the account gets anything, decided by category and tier. */
    private boolean credited() {
        return creditable
                && (policy.get(CATEGORIES).of(contribution.category()) != AccountRule.BY_TIER
                        || contribution.tier() == Tier.POOLED_AND_ACCOUNT);
    }

    /** Rulebook 7.5. */
    private long mutualAidFen() {
        return contribution.isResident() ? 0 : policy.get(MUTUAL_AID_FEN);
    }

    /** Rulebook 7.4, {@code cp}. */
    private Credit personalCredit() {
        var formula = new LinkedHashMap<String, Object>();
        if (contribution.isResident()) {
            long receivedFen = contribution.receivedFen();
            formula.put("receivedFen", receivedFen);
            formula.put("residentShare", policy.get(RESIDENT_SHARE).toString());
            return new Credit(policy.get(RESIDENT_SHARE).of(receivedFen), formula);
        }
        base(formula);
        formula.put("personalRate", policy.get(PERSONAL_RATE).toString());
        return new Credit(policy.get(PERSONAL_RATE).of(baseFen), formula);
    }

    /** Rulebook 7.4, {@code ce}: for whom an employer paid, by age. */
    private Optional<Credit> employerCredit(Credit personal) {
        if (contribution.category() != EMPLOYEE) {
            return Optional.of(Credit.NONE);
        }
        int age = Age.of(contribution.birthDate(), contribution.period(), policy);
        return policy.get(EMPLOYER_BANDS)
                .of(age)
                .flatMap(rate -> employerCredit(personal, age, rate));
    }

    private Optional<Credit> employerCredit(Credit personal, int age, Rate rate) {
        var formula = new LinkedHashMap<String, Object>();
        formula.put("age", (long) age);
        formula.put("employerRate", rate.toString());
        return switch (policy.get(EMPLOYER_RATE_BASIS)) {
            case OWN_BASE -> {
                base(formula);
                yield Optional.of(new Credit(rate.of(baseFen), formula));
            }
            case REGIONAL_AVERAGE_WAGE ->
                    policy.get(REGIONAL_AVERAGE_WAGE)
                            .monthlyFen(contribution.period())
                            .map(wageFen -> {
                                formula.put("regionalAverageWageFen", wageFen);
                                return new Credit(rate.of(wageFen), formula);
                            });
            case PERSONAL_CONTRIBUTION -> {
                formula.put("personalCreditFen", personal.amountFen());
                yield Optional.of(new Credit(rate.of(personal.amountFen()), formula));
            }
        };
    }

    private void base(Map<String, Object> formula) {
        formula.put("baseFen", baseFen);
        if (baseFen != contribution.baseFen()) {
            formula.put("declaredBaseFen", contribution.baseFen());
        }
    }
}
