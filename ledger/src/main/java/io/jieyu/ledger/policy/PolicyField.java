package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.date;
import static io.jieyu.ledger.policy.FieldReader.fen;
import static io.jieyu.ledger.policy.FieldReader.number;
import static io.jieyu.ledger.policy.FieldReader.object;
import static io.jieyu.ledger.policy.FieldReader.rate;
import static io.jieyu.ledger.policy.FieldReader.truth;
import static io.jieyu.ledger.policy.FieldReader.word;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A field of a policy document that a rule reads: its name, how it reads, and its value where no
 * document has it (rulebook 6.22). Fields that no rule reads yet are in {@link FurtherFields}:
 * checked, so that a wrong table is refused when it is published, and kept in the messages.
 *
 * @param <T> the value
 */
public final class PolicyField<T> {

    public static final PolicyField<Categories> CATEGORIES =
            new PolicyField<>(
                    "categories",
                    object(
                            ordered(
                                    "EMPLOYEE", word(AccountRule.class),
                                    "FLEXIBLE", word(AccountRule.class),
                                    "RESIDENT",
                                            word(List.of("ACCOUNT", "NO_ACCOUNT"))
                                                    .map(AccountRule::valueOf)),
                            parts ->
                                    new Categories(
                                            parts.get("EMPLOYEE"),
                                            parts.get("FLEXIBLE"),
                                            parts.get("RESIDENT"))),
                    tree("EMPLOYEE", "ACCOUNT", "FLEXIBLE", "BY_TIER", "RESIDENT", "NO_ACCOUNT"));

    public static final PolicyField<Rate> PERSONAL_RATE =
            new PolicyField<>("personalRate", rate("0.2"), "0.02");

    public static final PolicyField<EmployerRateBasis> EMPLOYER_RATE_BASIS =
            new PolicyField<>("employerRateBasis", word(EmployerRateBasis.class), "OWN_BASE");

    public static final PolicyField<AgeBands<Rate>> EMPLOYER_BANDS =
            new PolicyField<>(
                    "employerBands",
                    Bands.of("rate", rate("1")).and(Bands.NOT_EMPTY),
                    List.of(everyAge("rate", "0")));

    public static final PolicyField<BaseLimits> BASE_LIMITS =
            new PolicyField<>("baseLimits", DatedLists.baseLimits(), List.of());

    public static final PolicyField<MonthlyFigures> REGIONAL_AVERAGE_WAGE =
            new PolicyField<>("regionalAverageWage", DatedLists.monthlyFigures(), List.of());

    public static final PolicyField<Rate> RESIDENT_SHARE =
            new PolicyField<>("residentShare", rate("1"), "0");

    public static final PolicyField<Long> MUTUAL_AID_FEN =
            new PolicyField<>("mutualAidFen", number(0, Long.MAX_VALUE), 0L);

    public static final PolicyField<AgeReference> AGE_REFERENCE =
            new PolicyField<>("ageReference", word(AgeReference.class), "MONTH_START");

    public static final PolicyField<Long> ACCOUNT_YEAR_START_MONTH =
            new PolicyField<>("accountYearStartMonth", number(1, 12), 1L);

    public static final PolicyField<BenefitRule> BENEFIT =
            new PolicyField<>(
                    "benefit",
                    object(
                            ordered("start", word(BenefitRule.Start.class), "retroactive", truth()),
                            parts -> new BenefitRule(parts.get("start"), parts.get("retroactive"))),
                    tree("start", "NEXT_MONTH", "retroactive", false));

    public static final PolicyField<BackPaymentRule> BACK_PAYMENT =
            new PolicyField<>(
                    "backPayment",
                    object(
                            ordered(
                                    "credit", word(BackPaymentRule.Credit.class),
                                    "bucket", word(BackPaymentRule.Bucket.class),
                                    "allocation", word(BackPaymentRule.Allocation.class)),
                            parts ->
                                    new BackPaymentRule(
                                            parts.get("credit"),
                                            parts.get("bucket"),
                                            parts.get("allocation"))),
                    tree(
                            "credit", "WITHIN_GRACE",
                            "bucket", "BY_CONTRIBUTION_PERIOD",
                            "allocation", "OLDEST_FIRST"));

    public static final PolicyField<Optional<LocalDate>> FREE_WITHDRAWAL_BEFORE =
            new PolicyField<>(
                    "freeWithdrawalBefore",
                    date().map(Optional::of).orNull(Optional.empty()),
                    null);

    public static final PolicyField<Optional<ContributionYears>> MIN_CONTRIBUTION_YEARS =
            new PolicyField<>(
                    "minContributionYears",
                    object(
                                    ordered("MALE", number(1, 60), "FEMALE", number(1, 60)),
                                    parts ->
                                            Optional.of(
                                                    new ContributionYears(
                                                            parts.<Long>get("MALE"),
                                                            parts.<Long>get("FEMALE"))))
                            .orNull(Optional.empty()),
                    tree("MALE", 25L, "FEMALE", 20L));

    public static final PolicyField<Long> CREDIT_DAY_OF_MONTH =
            new PolicyField<>("creditDayOfMonth", number(1, 31), 5L);

    public static final PolicyField<CreditWhileCardLost> CREDIT_WHILE_CARD_LOST =
            new PolicyField<>("creditWhileCardLost", word(CreditWhileCardLost.class), "POST");

    public static final PolicyField<RetireeRule> RETIREE_RULE =
            new PolicyField<>("retireeRule", word(RetireeRule.class), "NONE");

    public static final PolicyField<AgeBands<Long>> RETIREE_BANDS =
            new PolicyField<>("retireeBands", Bands.of("amountFen", fen(0)), List.of());

    public static final PolicyField<Rate> RETIREE_PENSION_RATE =
            new PolicyField<>("retireePensionRate", rate("0.2"), "0");

    public static final PolicyField<MonthlyFigures> REGIONAL_AVERAGE_PENSION =
            new PolicyField<>("regionalAveragePension", DatedLists.monthlyFigures(), List.of());

    public static final PolicyField<Long> BENEFIT_YEAR_START_MONTH =
            new PolicyField<>("benefitYearStartMonth", number(1, 12), 1L);

    public static final PolicyField<InterestRule> INTEREST =
            new PolicyField<>(
                    "interest",
                    object(
                            ordered(
                                    "method", word(InterestRule.Method.class),
                                    "demandRate", rate("0.2"),
                                    "threeMonthRate", rate("0.2"),
                                    "accrueWhileLapsed", truth(),
                                    "accrueWhileFrozen", truth()),
                            parts ->
                                    new InterestRule(
                                            parts.get("method"),
                                            parts.get("demandRate"),
                                            parts.get("threeMonthRate"),
                                            parts.<Boolean>get("accrueWhileLapsed"),
                                            parts.<Boolean>get("accrueWhileFrozen"))),
                    tree(
                            "method", "MONTH_PRODUCT",
                            "demandRate", "0.0035",
                            "threeMonthRate", "0.0110",
                            "accrueWhileLapsed", true,
                            "accrueWhileFrozen", true));

    public static final PolicyField<LapseRule> LAPSE =
            new PolicyField<>("lapse", LapseRules.lapse(), LapseRules.USUAL);

    public static final PolicyField<Deregistration> DEREGISTRATION =
            new PolicyField<>("deregistration", LapseRules.deregistration(), LapseRules.NEVER);

    public static final PolicyField<ComplianceHold> COMPLIANCE_HOLD =
            new PolicyField<>(
                    "complianceHold",
                    LapseRules.complianceHold(),
                    tree("minMonths", 3L, "maxMonths", 12L, "defaultMonths", 3L));

    public static final PolicyField<List<LedgerAccount>> CONSUMPTION_ORDER =
            new PolicyField<>(
                    "consumptionOrder",
                    SpendingRules.consumptionOrder(),
                    List.of("CURRENT", "PRIOR"));

    public static final PolicyField<PartialPayment> PARTIAL_PAYMENT =
            new PolicyField<>("partialPayment", word(PartialPayment.class), "ALLOW");

    public static final PolicyField<PermittedUses> PERMITTED_USES =
            new PolicyField<>(
                    "permittedUses", SpendingRules.permittedUses(), SpendingRules.USUAL_USES);

    public static final PolicyField<CrossRegionUse> CROSS_REGION_USE =
            new PolicyField<>("crossRegionUse", word(CrossRegionUse.class), "FILED_OR_EMERGENCY");

    public static final PolicyField<OptionalLong> ANNUAL_OUTPATIENT_LIMIT_FEN =
            new PolicyField<>(
                    "annualOutpatientLimitFen",
                    fen(0).map(OptionalLong::of).orNull(OptionalLong.empty()),
                    null);

    /** All of them, in the order of policy-format 4. */
    static final List<PolicyField<?>> ALL =
            List.of(
                    CATEGORIES,
                    RESIDENT_SHARE,
                    MIN_CONTRIBUTION_YEARS,
                    PERSONAL_RATE,
                    EMPLOYER_RATE_BASIS,
                    EMPLOYER_BANDS,
                    BASE_LIMITS,
                    REGIONAL_AVERAGE_WAGE,
                    MUTUAL_AID_FEN,
                    AGE_REFERENCE,
                    CREDIT_DAY_OF_MONTH,
                    BACK_PAYMENT,
                    CREDIT_WHILE_CARD_LOST,
                    RETIREE_RULE,
                    RETIREE_BANDS,
                    RETIREE_PENSION_RATE,
                    REGIONAL_AVERAGE_PENSION,
                    ACCOUNT_YEAR_START_MONTH,
                    BENEFIT_YEAR_START_MONTH,
                    INTEREST,
                    LAPSE,
                    DEREGISTRATION,
                    BENEFIT,
                    COMPLIANCE_HOLD,
                    CONSUMPTION_ORDER,
                    PARTIAL_PAYMENT,
                    PERMITTED_USES,
                    CROSS_REGION_USE,
                    ANNUAL_OUTPATIENT_LIMIT_FEN,
                    FREE_WITHDRAWAL_BEFORE);

    private final String name;
    private final FieldReader<T> reader;
    private final @Nullable Object usual;
    private final T fallback;

    /**
     * A field.
     *
     * @param usual its default, as a document would write it (rulebook 6.22)
     */
    private PolicyField(String name, FieldReader<T> reader, @Nullable Object usual) {
        this.name = name;
        this.reader = reader;
        this.usual = usual;
        this.fallback =
                Objects.requireNonNull(
                        reader.read(new Spot(name, usual, true, new ArrayList<>())), name);
    }

    public String name() {
        return name;
    }

    FieldReader<T> reader() {
        return reader;
    }

    /** The value where no document has the field. */
    T fallback() {
        return fallback;
    }

    /** The same, as a document would write it. */
    @Nullable Object usual() {
        return usual;
    }

    private static Map<String, @Nullable Object> everyAge(String figure, Object value) {
        Map<String, @Nullable Object> band = tree("minAge", 0L, "maxAgeExclusive", null);
        band.put(figure, value);
        return band;
    }

    /** An object as a document writes it, its keys in this order. */
    static Map<String, @Nullable Object> tree(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return tree;
    }

    /** Keys with their readers, in the order in which they are checked. */
    static Map<String, FieldReader<?>> ordered(Object... keysAndReaders) {
        var keys = new LinkedHashMap<String, FieldReader<?>>();
        for (int i = 0; i < keysAndReaders.length; i += 2) {
            keys.put((String) keysAndReaders[i], (FieldReader<?>) keysAndReaders[i + 1]);
        }
        return keys;
    }
}
