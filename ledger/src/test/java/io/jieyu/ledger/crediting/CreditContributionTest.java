package io.jieyu.ledger.crediting;

import static io.jieyu.ledger.LedgerAccount.CONTRIBUTIONS;
import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.MUTUAL_AID;
import static io.jieyu.ledger.LedgerAccount.OVERPAYMENTS;
import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.LedgerAccount.PRIOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.decision.LedgerStory;
import io.jieyu.ledger.policy.BundledTables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditContributionTest {

    private final LedgerStory story = new LedgerStory();
    private int messages;

    /** Beijing as bundled: A with age bands to 2022-08, B after the reform. */
    @BeforeEach
    void publishBeijing() {
        publish("default", "000000");
        publish("default", "110000");
    }

    @ParameterizedTest(name = "{0}, paid for {1}: {2} + {3}")
    @CsvSource({
        "1987-07-02, 2022-07, 20000, 8000", // 34 on the first day of the month
        "1987-07-01, 2022-07, 20000, 10000", // 35 on it
        "1977-07-02, 2022-07, 20000, 10000", // 44
        "1977-07-01, 2022-07, 20000, 20000", // 45
        "1987-08-15, 2022-08, 20000, 8000", // E4, MONTH_START
        "1987-08-01, 2022-08, 20000, 10000",
        "1970-01-01, 2022-09, 20000, 0", // the reform
    })
    void creditsByAgeBandOnTheFirstDayOfTheMonth(
            String born, String period, long personal, long employer) {
        LedgerRecord record = accepted(Line.employee(born, period));
        assertThat(to(record, CURRENT)).isEqualTo(personal + employer);
        assertThat(record.postings()).hasSize(employer == 0 ? 1 : 2);
        assertThat(record.postings().getFirst().amountFen()).isEqualTo(personal);
    }

    @ParameterizedTest(name = "{0} of {1} fen: {2}")
    @CsvSource({
        "2024-06, 500000, 12652",
        "2024-07, 500000, 13642",
        "2024-06, 5000000, 67782",
        "2024-07, 5000000, 70566",
        "2023-06, 500000, 10000", // before the first row: no limit
        "2024-06, 632600, 12652",
        "2024-06, 3389100, 67782",
    })
    void raisesTheBaseToTheFloorAndCutsItToTheCeiling(String period, long baseFen, long credited) {
        LedgerRecord record =
                accepted(Line.employee("1990-01-01", period).with("baseFen", baseFen));
        assertThat(to(record, CURRENT)).isEqualTo(credited);
    }

    @ParameterizedTest(name = "base {0}: {1} + {2}")
    @CsvSource({
        "392050, 7841, 3136",
        "654325, 13087, 5235",
        "654324, 13086, 5235",
        "25, 1, 0",
        "24, 0, 0",
        "75, 2, 1"
    })
    void roundsEachPostingHalfUp(long baseFen, long personal, long employer) {
        LedgerRecord record =
                accepted(Line.employee("1990-01-01", "2022-07").with("baseFen", baseFen));
        assertThat(record.postings().stream().map(Posting::amountFen).toList())
                .isEqualTo(
                        java.util.stream.LongStream.of(personal, employer)
                                .filter(amount -> amount > 0)
                                .boxed()
                                .toList());
    }

    @Test
    void splitsWhatWasReceivedIntoCreditMutualAidAndPool() {
        LedgerRecord record =
                accepted(
                        Line.employee("1990-01-01", "2024-01")
                                .with("personalReceivedFen", 20_300L)
                                .with("employerReceivedFen", 98_000L));
        assertThat(to(record, CURRENT)).isEqualTo(20_000);
        assertThat(to(record, MUTUAL_AID)).isEqualTo(300);
        assertThat(to(record, POOLED_FUND)).isEqualTo(98_000);
        assertThat(to(record, CONTRIBUTIONS)).isEqualTo(-118_300);
        assertThat(record.balances().balanceFen()).isEqualTo(20_000);
    }

    @Test
    void keepsWhatAnEmployeePaidTooMuchApart() {
        LedgerRecord record =
                accepted(
                        Line.employee("1990-01-01", "2024-01")
                                .with("personalReceivedFen", 20_700L));
        assertThat(to(record, OVERPAYMENTS)).isEqualTo(400);
    }

    @Test
    void givesTheRestOfAFlexibleWorkersPremiumToThePool() {
        LedgerRecord record = accepted(flexible("2024-01").with("personalReceivedFen", 55_356L));
        assertThat(to(record, CURRENT)).isEqualTo(20_000);
        assertThat(to(record, POOLED_FUND)).isEqualTo(55_356 - 20_000 - 300);
    }

    @Test
    void creditsNothingToThePooledOnlyTierOfAnExistingAccount() {
        accepted(flexible("2024-01"));
        LedgerRecord record =
                accepted(
                        flexible("2024-02")
                                .with("tier", "POOLED_ONLY")
                                .with("personalReceivedFen", 30_000L));
        assertThat(to(record, CURRENT)).isZero();
        assertThat(to(record, POOLED_FUND)).isEqualTo(29_700);
        assertThat(story.account(Line.ACCOUNT).payments().period(YearMonth.of(2024, 2)).credited())
                .isFalse();
        assertThat(story.account(Line.ACCOUNT).payments().contributionMonths()).isEqualTo(2);
    }

    @Test
    void bringsMoneyOfAnEarlierAccountYearToThePriorYears() {
        LedgerRecord record =
                accepted(Line.employee("1990-01-01", "2024-12").with("date", "2025-01-10"));
        assertThat(to(record, PRIOR)).isEqualTo(20_000);
        assertThat(to(record, CURRENT)).isZero();
    }

    @Test
    void followsThePolicyOfThePeriodAndNotOfTheDay() {
        LedgerRecord record =
                accepted(Line.employee("1990-01-01", "2022-08").with("date", "2022-10-10"));
        assertThat(to(record, CURRENT)).isEqualTo(28_000);
        assertThat(record.postings())
                .allSatisfy(posting -> {
                    assertThat(posting.policyId()).isEqualTo("110000/A");
                    assertThat(posting.date()).isEqualTo(LocalDate.of(2022, 10, 10));
                });
        assertThat(record.policies()).containsExactly("110000/A", "110000/B");
    }

    @Test
    void marksMoneyPostedBeforeTheReformAsFree() {
        accepted(Line.employee("1990-01-01", "2022-08"));
        accepted(Line.employee("1990-01-01", "2022-09"));
        assertThat(story.account(Line.ACCOUNT).freeFen()).isEqualTo(28_000);
    }

    @Test
    void enrolsWithBenefitsFromTheNextMonth() {
        accepted(Line.employee("1990-01-01", "2024-01"));
        var account = story.account(Line.ACCOUNT);
        assertThat(account.standing().participation()).isEqualTo(Participation.ACTIVE);
        assertThat(account.pooledBenefit().from()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(account.payments().liableFrom()).isEqualTo(YearMonth.of(2024, 1));
        assertThat(account.payments().lastBaseFen()).isEqualTo(1_000_000);
    }

    @Test
    void creditsResidentsAndAShareOfThePersonalPartInTheAlternativeSet() {
        var other = new LedgerStory();
        BundledTables.of("as-published-2025")
                .forEach((region, document) -> publish(other, region, document));
        var employee = Line.employee("1990-01-01", "2025-01").with("accountId", "310000-P1");
        assertThat(to(other.record("310000-P1", "m1", "contribution", employee.fields()), CURRENT))
                .isEqualTo(20_400);
        var resident =
                employee.with("accountId", "310000-P2")
                        .with("category", "RESIDENT")
                        .with("baseFen", 0L)
                        .with("personalReceivedFen", 40_000L)
                        .with("employerReceivedFen", 67_000L);
        LedgerRecord record = other.record("310000-P2", "m2", "contribution", resident.fields());
        assertThat(to(record, CURRENT)).isEqualTo(107_000);
        assertThat(record.postings()).hasSize(1);
    }

    @Test
    void explainsItselfWithRuleInputsAndVersion() {
        Posting posting =
                accepted(Line.employee("1990-01-01", "2024-07").with("baseFen", 500_000L))
                        .postings()
                        .getFirst();
        assertThat(posting.rule()).isEqualTo("7.4");
        assertThat(posting.policyId()).isEqualTo("110000/B");
        assertThat(posting.formula())
                .containsExactly(
                        Map.entry("baseFen", 682_100L),
                        Map.entry("declaredBaseFen", 500_000L),
                        Map.entry("personalRate", "0.02"));
    }

    @Test
    void refusesResidentsWhoHaveNoAccount() {
        refused(
                RefusalCode.NO_ACCOUNT_FOR_CATEGORY,
                Line.employee("1990-01-01", "2024-01")
                        .with("category", "RESIDENT")
                        .with("baseFen", 0L));
        assertThat(story.account(Line.ACCOUNT)).isNull();
    }

    @Test
    void refusesThePooledOnlyTierWhereThereIsNoAccount() {
        refused(
                RefusalCode.NO_ACCOUNT_FOR_CATEGORY,
                flexible("2024-01").with("tier", "POOLED_ONLY"));
    }

    @Test
    void refusesAnotherBirthDate() {
        accepted(Line.employee("1990-01-01", "2024-01"));
        refused(RefusalCode.IDENTITY_MISMATCH, Line.employee("1990-01-02", "2024-02"));
    }

    @Test
    void refusesABackPaymentForAnOpenPeriod() {
        refused(
                RefusalCode.PERIOD_NOT_CLOSED,
                Line.employee("1990-01-01", "2024-01").with("type", "BACK_PAYMENT"));
    }

    @Test
    void takesTwelveMonthsAheadAndNoMore() {
        accepted(Line.employee("1990-01-01", "2025-01").with("date", "2024-01-31"));
        refused(
                RefusalCode.PERIOD_TOO_FAR_AHEAD,
                Line.employee("1990-01-01", "2025-02").with("date", "2024-01-31"));
    }

    @Test
    void refusesASecondPaymentForThePeriod() {
        accepted(Line.employee("1990-01-01", "2024-01"));
        refused(
                RefusalCode.PERIOD_ALREADY_PAID,
                Line.employee("1990-01-01", "2024-01").with("serial", "2"));
    }

    @Test
    void refusesWhatTheFormulaHasNoFigureFor() {
        story.policy("310000", Map.of("employerRateBasis", "REGIONAL_AVERAGE_WAGE"));
        refused(
                RefusalCode.NO_RATE_DATA,
                Line.employee("1990-01-01", "2024-01").with("accountId", "310000-P1"));
    }

    @Test
    void refusesLessThanIsDue() {
        refused(
                RefusalCode.UNDERPAID,
                Line.employee("1990-01-01", "2024-01").with("personalReceivedFen", 20_299L));
    }

    @Test
    void refusesWithoutAPolicy() {
        var empty = new LedgerStory();
        LedgerRecord record =
                empty.record(
                        Line.ACCOUNT,
                        "m1",
                        "contribution",
                        Line.employee("1990-01-01", "2024-01").fields());
        assertThat(record.refusal().code()).isEqualTo(RefusalCode.NO_POLICY);
    }

    @Test
    void refusesByTheFirstPreconditionThatFails() {
        accepted(Line.employee("1990-01-01", "2024-01"));
        var wrongInEveryWay =
                Line.employee("1990-01-02", "2030-01")
                        .with("date", "2024-01-05")
                        .with("personalReceivedFen", 0L);
        refused(RefusalCode.IDENTITY_MISMATCH, wrongInEveryWay);
        refused(RefusalCode.PERIOD_TOO_FAR_AHEAD, wrongInEveryWay.with("birthDate", "1990-01-01"));
        refused(
                RefusalCode.UNDERPAID,
                wrongInEveryWay.with("birthDate", "1990-01-01").with("period", "2024-03"));
    }

    @ParameterizedTest
    @CsvSource({
        "date, 2024-02-30",
        "type, PAYMENT",
        "period, 2024-13",
        "serial, ''",
        "category, RETIREE",
        "tier, POOLED_ONLY",
        "payer, NOBODY",
        "employerId, ''",
        "birthDate, yesterday",
        "accountId, 110000-P9",
    })
    void namesTheFieldThatIsWrong(String field, String value) {
        LedgerRecord record =
                story.record(
                        Line.ACCOUNT,
                        "m" + messages++,
                        "contribution",
                        Line.employee("1990-01-01", "2024-01").with(field, value).fields());
        assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(record.refusal().code()).isEqualTo(RefusalCode.INVALID_FIELD);
        assertThat(record.refusal().field()).isEqualTo(field);
        assertThat(record.refusal().expected()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"baseFen", "personalReceivedFen", "employerReceivedFen"})
    void takesAmountsThatAreWholeAndNotNegativeOnly(String field) {
        for (Object wrong : new Object[] {-1L, "20000", new java.math.BigDecimal("200.00"), true}) {
            var line = Line.employee("1990-01-01", "2024-01").with(field, wrong);
            LedgerRecord record =
                    story.record(Line.ACCOUNT, "m" + messages++, "contribution", line.fields());
            assertThat(record.refusal().field()).as("%s: %s", field, wrong).isEqualTo(field);
        }
    }

    private LedgerRecord accepted(Line line) {
        LedgerRecord record =
                story.record(line.accountId(), "m" + messages++, "contribution", line.fields());
        assertThat(record.outcome())
                .as(String.valueOf(record.refusal()))
                .isEqualTo(Outcome.ACCEPTED);
        return record;
    }

    private void refused(RefusalCode code, Line line) {
        var before = story.account(line.accountId());
        LedgerRecord record =
                story.record(line.accountId(), "m" + messages++, "contribution", line.fields());
        assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(record.refusal().code()).isEqualTo(code);
        assertThat(story.account(line.accountId())).isEqualTo(before);
    }

    private static Line flexible(String period) {
        return Line.employee("1990-01-01", period).with("category", "FLEXIBLE");
    }

    private static long to(LedgerRecord record, LedgerAccount account) {
        return record.postings().stream()
                .mapToLong(posting ->
                        (posting.to() == account ? posting.amountFen() : 0)
                                - (posting.from() == account ? posting.amountFen() : 0))
                .sum();
    }

    private void publish(String set, String region) {
        publish(story, region, BundledTables.of(set).get(region));
    }

    private static void publish(LedgerStory story, String region, Map<String, Object> document) {
        var versions = BundledTables.versions(document);
        for (int i = 0; i < versions.size(); i++) {
            var next =
                    i + 1 < versions.size()
                            ? (String) versions.get(i + 1).get("effectiveFrom")
                            : null;
            story.policy(
                    region,
                    (String) versions.get(i).get("version"),
                    (String) versions.get(i).get("effectiveFrom"),
                    next == null ? null : YearMonth.parse(next).minusMonths(1).toString(),
                    new LinkedHashMap<>(BundledTables.fields(versions.get(i))));
        }
    }
}
