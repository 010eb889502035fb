package io.jieyu.ledger.reassessing;

import static io.jieyu.ledger.policy.PolicyField.BACK_PAYMENT;
import static io.jieyu.ledger.policy.PolicyField.EMPLOYER_BANDS;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_BANDS;
import static io.jieyu.ledger.policy.PolicyField.RETIREE_RULE;

import io.jieyu.ledger.Category;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.correcting.ContributionReversal;
import io.jieyu.ledger.correcting.TrueUp;
import io.jieyu.ledger.crediting.Age;
import io.jieyu.ledger.crediting.Contribution;
import io.jieyu.ledger.crediting.ContributionMoney;
import io.jieyu.ledger.policy.AgeBands;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.Policy;
import io.jieyu.ledger.policy.PolicyField;
import io.jieyu.ledger.policy.RetireeRule;
import io.jieyu.ledger.retirement.FlatCredits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's credits month by month, read from its records in their order, and computed anew by
 * other policies. A month that they cannot compute (a figure is not known, the category has no
 * account) is left as it stands.
 *
 * <p>Whether a back-payment is credited at all stays as it was decided, unless the policy says
 * ALWAYS or NEVER; flat credits for a whole year are not computed anew.
 */
public final class Assessment {

    private final String regionCode;
    private final Map<String, Paid> paid = new HashMap<>();
    private final TreeMap<YearMonth, Long> flat = new TreeMap<>();
    private final Map<YearMonth, Long> corrected = new HashMap<>();
    private @Nullable LocalDate birthDate;
    private @Nullable YearMonth retiredFrom;

    /** A contribution that stands, and what it brought to the account. */
    private record Paid(Contribution contribution, long postedFen) {}

    private Assessment(String regionCode) {
        this.regionCode = regionCode;
    }

    /** The assessment of an account of the region from all its records, in their order. */
    public static Assessment of(String regionCode, List<LedgerRecord> records) {
        var assessment = new Assessment(regionCode);
        records.forEach(assessment::add);
        return assessment;
    }

    private void add(LedgerRecord record) {
        if (record.outcome() != Outcome.ACCEPTED) {
            return;
        }
        try {
            read(record);
        } catch (InvalidField impossible) {
            throw new IllegalStateException(
                    "an accepted " + record.kind() + " that cannot be read", impossible);
        }
        record.postings().forEach(this::flatCredit);
    }

    private void read(LedgerRecord record) throws InvalidField {
        var fields = new Fields(record.message());
        switch (record.kind()) {
            case "contribution" -> pay(Contribution.read(fields), record);
            case "contributionReversed" ->
                    paid.remove(ContributionReversal.reversed(fields).originalKey());
            case "contributionReplaced" -> {
                ContributionReversal replaced = ContributionReversal.replaced(fields);
                paid.remove(replaced.originalKey());
                Contribution replacement = replaced.replacement();
                if (replacement != null) {
                    pay(replacement, record);
                }
            }
            case "retirementRegistered" -> {
                retiredFrom = fields.month("retiredFrom");
                birthDate = fields.date("birthDate");
            }
            case "trueUp" -> correct(TrueUp.read(fields));
            default -> {
                // it credits no month
            }
        }
    }

    private void pay(Contribution contribution, LedgerRecord record) {
        birthDate = contribution.birthDate();
        long posted =
                record.postings().stream()
                        .filter(posting ->
                                posting.reason() == Reason.CONTRIBUTION
                                        && posting.from() == LedgerAccount.CONTRIBUTIONS
                                        && posting.to().isPersonBucket())
                        .mapToLong(Posting::amountFen)
                        .sum();
        paid.put(contribution.businessKey(), new Paid(contribution, posted));
    }

    private void correct(TrueUp trueUp) {
        if (trueUp.cause() == TrueUp.Cause.POLICY_CORRECTED
                && trueUp.fromPeriod().equals(trueUp.toPeriod())) {
            boolean credit = trueUp.direction() == TrueUp.Direction.CREDIT;
            corrected.merge(
                    trueUp.toPeriod(),
                    credit ? trueUp.amountFen() : -trueUp.amountFen(),
                    Math::addExact);
        }
    }

    private void flatCredit(Posting posting) {
        YearMonth period = posting.period();
        if (period == null) {
            return;
        }
        if (posting.reason() == Reason.FLAT_CREDIT && posting.rule().equals("7.6")) {
            flat.merge(period, posting.amountFen(), Math::addExact);
        } else if (posting.reason() == Reason.REVERSAL
                && posting.from().isPersonBucket()
                && posting.to() == LedgerAccount.POOLED_FUND) {
            flat.remove(period);
        }
    }

    /** The months from this one on that the policies would have credited otherwise. */
    public List<Adjustment> adjustments(Policies policies, YearMonth from) {
        var posted = new TreeMap<YearMonth, Long>();
        var wouldBe = new TreeMap<YearMonth, Long>();
        for (Paid each : paid.values()) {
            YearMonth period = each.contribution().period();
            policies.effective(regionCode, period)
                    .flatMap(policy -> credit(each, policy))
                    .ifPresent(fen -> {
                        posted.merge(period, each.postedFen(), Math::addExact);
                        wouldBe.merge(period, fen, Math::addExact);
                    });
        }
        flat.forEach((period, fen) ->
                policies.effective(regionCode, period)
                        .flatMap(policy -> flat(policy, period))
                        .ifPresent(anew -> {
                            posted.merge(period, fen, Math::addExact);
                            wouldBe.merge(period, anew, Math::addExact);
                        }));
        var adjustments = new ArrayList<Adjustment>();
        posted.tailMap(from)
                .forEach((period, fen) -> {
                    long stands = Math.addExact(fen, corrected.getOrDefault(period, 0L));
                    long anew = wouldBe.getOrDefault(period, 0L);
                    if (stands != anew) {
                        adjustments.add(new Adjustment(period, stands, anew));
                    }
                });
        return List.copyOf(adjustments);
    }

    private static Optional<Long> credit(Paid each, Policy policy) {
        Contribution contribution = each.contribution();
        if (ContributionMoney.noAccount(contribution, policy).isPresent()) {
            return Optional.empty();
        }
        boolean creditable =
                contribution.type() == Contribution.Type.REGULAR
                        || switch (policy.get(BACK_PAYMENT).credit()) {
                            case ALWAYS -> true;
                            case NEVER -> false;
                            case WITHIN_GRACE -> each.postedFen() > 0;
                        };
        return ContributionMoney.of(contribution, policy, creditable)
                .map(ContributionMoney::creditFen);
    }

    private Optional<Long> flat(Policy policy, YearMonth period) {
        LocalDate born = birthDate;
        RetireeRule rule = policy.get(RETIREE_RULE);
        return born == null || rule == RetireeRule.NONE || rule == RetireeRule.FLAT_ANNUAL
                ? Optional.empty()
                : FlatCredits.amountFen(born, policy, period);
    }

    /**
     * What the account would be credited for a month if its person went on paying what was last
     * paid, or went on being retired; empty for who never paid, and where a figure is not known.
     */
    public Optional<MonthlyCredit> monthly(Policies policies, YearMonth month) {
        Optional<Policy> policy = policies.effective(regionCode, month);
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        if (retiredFrom != null && !month.isBefore(retiredFrom)) {
            return flat(policy.get(), month)
                    .map(fen ->
                            new MonthlyCredit(
                                    "RETIRED" + ages(policy.get(), RETIREE_BANDS, month), fen));
        }
        return newest().map(contribution -> contribution.of(month))
                .filter(each -> ContributionMoney.noAccount(each, policy.get()).isEmpty())
                .flatMap(each ->
                        ContributionMoney.of(each, policy.get(), true)
                                .map(money ->
                                        new MonthlyCredit(
                                                band(each, policy.get(), month),
                                                money.creditFen())));
    }

    private Optional<Contribution> newest() {
        return paid.values().stream()
                .map(Paid::contribution)
                .max(Comparator.comparing(Contribution::period));
    }

    private String band(Contribution contribution, Policy policy, YearMonth month) {
        return contribution.category() == Category.EMPLOYEE
                ? "EMPLOYEE" + ages(policy, EMPLOYER_BANDS, month)
                : contribution.category().name();
    }

    private <T> String ages(Policy policy, PolicyField<AgeBands<T>> field, YearMonth month) {
        LocalDate born = birthDate;
        if (born == null) {
            return "";
        }
        int age = Age.of(born, month, policy);
        for (AgeBands.Band<T> band : policy.get(field).bands()) {
            Long end = band.maxAgeExclusive();
            if (band.minAge() <= age && (end == null || age < end)) {
                return " " + band.minAge() + (end == null ? "+" : "-" + (end - 1));
            }
        }
        return "";
    }
}
