package io.jieyu.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PolicyDocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"default", "as-published-2025"})
    void readsEveryBundledTable(String set) {
        var documents = BundledTables.of(set);
        assertThat(documents).isNotEmpty();
        documents.forEach((region, document) ->
                BundledTables.versions(document)
                        .forEach(version ->
                                assertThat(problems(BundledTables.fields(version)))
                                        .as(region + "/" + version.get("version"))
                                        .isEmpty()));
    }

    @Test
    void knowsEveryFieldThatTheNationSets() {
        var nation = BundledTables.of("default").get("000000");
        BundledTables.versions(nation)
                .forEach(version ->
                        assertThat(BundledTables.fields(version).keySet())
                                .containsAll(
                                        PolicyField.ALL.stream().map(PolicyField::name).toList())
                                .containsAll(PolicyDocument.NAMES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{categories: {EMPLOYEE: ACCOUNT, FLEXIBLE: BY_TIER, RESIDENT: false}} |"
                        + " categories.RESIDENT: false (expected: one of ACCOUNT, NO_ACCOUNT)",
                "{minContributionYears: {MALE: 0, FEMALE: 20}} | minContributionYears.MALE: 0"
                        + " (expected: a whole number 1..60)",
                "{employerRateBasis: OWN_WAGE} | employerRateBasis: \"OWN_WAGE\" (expected: one of"
                    + " OWN_BASE, REGIONAL_AVERAGE_WAGE, PERSONAL_CONTRIBUTION; nearest: OWN_BASE)",
                "{employerRateBasis: OWN_BASE, employerBands: [{minAge: 0, maxAgeExclusive: null,"
                    + " rate: \"0.8\"}]} | employerBands[0].rate: \"0.8\" (expected: at most 0.2 of"
                    + " OWN_BASE; 0.8 % is written \"0.008\")",
                "{baseLimits: [{from: \"2023-07\", floorFen: 632600, ceilingFen: 600000}]} |"
                        + " baseLimits[0].ceilingFen: 600000 (expected: over floorFen 632600)",
                "{regionalAverageWage: [{from: \"2024-07\", monthlyFen: 1}, {from: \"2023-07\","
                    + " monthlyFen: 1}]} | regionalAverageWage[1].from: \"2023-07\" (expected: a"
                    + " month after \"2024-07\")",
                "{mutualAidFen: -1} | mutualAidFen: -1 (expected: a whole number >= 0)",
                "{creditDayOfMonth: 0} | creditDayOfMonth: 0 (expected: a whole number 1..31)",
                "{backPayment: {credit: GRACE, bucket: BY_POSTING_DATE, allocation: ANY}} |"
                        + " backPayment.credit: \"GRACE\" (expected: one of ALWAYS, WITHIN_GRACE,"
                        + " NEVER)",
                "{retireeRule: FLAT_MONTHLY, retireeBands: []} | retireeBands: [] (expected: at"
                        + " least one band, because retireeRule is FLAT_MONTHLY)",
                "{accountYearStartMonth: \"5月\"} | accountYearStartMonth: \"5月\" (expected: a whole"
                        + " number 1..12)",
                "{interest: {method: NONE, demandRate: \"0.35\", threeMonthRate: \"0\","
                    + " accrueWhileLapsed: true, accrueWhileFrozen: true}} | interest.demandRate:"
                    + " \"0.35\" (expected: a fraction of at most 0.2; 0.35 % is written"
                    + " \"0.0035\")",
                "{lapse: {graceMonths: 3, freezeAfterMonths: 2, waitingMonths: {EMPLOYER: 6,"
                    + " INDIVIDUAL: 6}}} | lapse.freezeAfterMonths: 2 (expected: >= graceMonths 3)",
                "{lapse: {graceMonths: 3, freezeAfterMonths: 6, waitingMonths: {EMPLOYER: 6,"
                        + " INDIVIDUAL: 6}}, deregistration: {afterMonths: 6, balanceDisposition:"
                        + " RETAIN}} | deregistration.afterMonths: 6 (expected: over 6,"
                        + " lapse.freezeAfterMonths)",
                "{complianceHold: {minMonths: 3, maxMonths: 12, defaultMonths: 24}} |"
                        + " complianceHold.defaultMonths: 24 (expected: between minMonths 3 and"
                        + " maxMonths 12)",
                "{consumptionOrder: [CURRENT]} | consumptionOrder: [\"CURRENT\"] (expected: CURRENT"
                        + " and PRIOR, once each)",
                "{permittedUses: {CURRENT: [WELLNESS], PRIOR: [OUTPATIENT]}} |"
                    + " permittedUses.CURRENT[0]: \"WELLNESS\" (expected: a medical use; this use"
                    + " may never be permitted)",
                "{wallet: {maxPerDay: 3, maxFen: 1, closedFrom: \"24:00\", closedTo: \"06:00\","
                    + " returnAt: \"06:00\", buckets: [CURRENT]}} | wallet.closedFrom: \"24:00\""
                    + " (expected: a time in quotes such as \"22:00\")",
                "{freeWithdrawalBefore: \"2025-04-31\"} | freeWithdrawalBefore: \"2025-04-31\""
                        + " (expected: a date that exists)",
                "{residentPremiums: [{group: NEWBORN, year: 2025, personalFen: 1,"
                    + " minimumSubsidyFen: null, withinDaysOfBirth: null}]} |"
                    + " residentPremiums[0].withinDaysOfBirth: null (expected: days, because group"
                    + " is NEWBORN)",
                "{employerBands: [{minAge: 18, maxAgeExclusive: null, rate: \"0\"}]} |"
                        + " employerBands[0].minAge: 18 (expected: 0, the first band starts at 0)",
                "{employerBands: [{minAge: 0, maxAgeExclusive: 35, rate: \"0\"}, {minAge: 34,"
                        + " maxAgeExclusive: null, rate: \"0\"}]} | employerBands[1].minAge: 34"
                        + " (expected: 35, where the band before it ends)",
                "{employerBands: [{minAge: 0, maxAgeExclusive: 60, rate: \"0\"}]} |"
                    + " employerBands[0].maxAgeExclusive: 60 (expected: null, the last band has no"
                    + " end)",
                "{benefit: {start: NEXT_MONTH}} | benefit.retroactive: missing",
                "{benefit: {start: NEXT, retroactive: false}} | benefit.start: \"NEXT\" (expected:"
                        + " one of NEXT_MONTH, SAME_MONTH; nearest: NEXT_MONTH)",
                "{crossRegionUse: FILED} | crossRegionUse: \"FILED\" (expected: one of OPEN,"
                        + " FILED_OR_EMERGENCY, NEVER; nearest: FILED_OR_EMERGENCY)",
                "{rounding: HALF_EVEN} | rounding: \"HALF_EVEN\" (expected: one of"
                        + " HALF_UP_PER_POSTING)",
                "{afterReviewBy: STOP} | afterReviewBy: \"STOP\" (expected: one of WARN,"
                        + " HOLD_CREDITS)",
                "{personalRate: \"2\"} | personalRate: \"2\" (expected: a fraction from \"0\" to"
                        + " \"1\" in quotes; 2 % is written \"0.02\")",
                "{flexiblePremiumRates: {POOLED_AND_ACCOUNT: null, POOLED_ONLY: 6.5}} |"
                        + " flexiblePremiumRates.POOLED_ONLY: 6.5 (expected: a fraction from \"0\""
                        + " to \"1\" in quotes; 6.5 % is written \"0.065\")",
                "{personalRate: \"0.0123456\"} | personalRate: \"0.0123456\" (expected: a fraction"
                        + " from \"0\" to \"1\" in quotes, of at most 6 places)",
                "{collectionCutoff: {dayOfMonth: 15, time: 960}} | collectionCutoff.time: 960"
                        + " (expected: a time in quotes such as \"16:00\")",
                "{regionalAveragePension: [{from: \"2024-01\", monthlyFen: 0}]} |"
                        + " regionalAveragePension[0].monthlyFen: 0 (expected: a whole number >="
                        + " 1)",
                "{familySharing: {relations: [SPOUSE, CHILD, SISTER], recipientInsurance:"
                        + " ANY_BASIC, buckets: [CURRENT]}} | familySharing.relations[2]:"
                        + " \"SISTER\" (expected: one of SPOUSE, PARENT, CHILD, SIBLING,"
                        + " GRANDPARENT, GRANDCHILD; nearest: SIBLING)",
            })
    void saysWhatIsWrongAndWhatWasExpected(String yaml, String problem) {
        assertThat(problems(yaml(yaml))).extracting(Problem::toString).containsExactly(problem);
    }

    @Test
    void namesTheNearestKnownField() {
        assertThat(problems(yaml("{mutualAidFenn: 300}")))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith("mutualAidFenn: unknown field")
                .endsWith("; nearest: mutualAidFen)");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(
                        problems(
                                yaml(
                                        "{mutualAidFen: -1, personalRate: \"2\", ageReference:"
                                                + " MONTHSTART}")))
                .hasSize(3);
    }

    @Test
    void takesPerCentForAMistake() {
        assertThat(problems(yaml("{personalRate: \"2\"}")))
                .singleElement()
                .extracting(Problem::expected)
                .asString()
                .contains("2 % is written \"0.02\"");
    }

    private static List<Problem> problems(Map<String, Object> document) {
        return switch (PolicyDocument.read(document)) {
            case PolicyDocument.Reading.Valid _ -> List.of();
            case PolicyDocument.Reading.Invalid(var problems) -> problems;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(String text) {
        return (Map<String, Object>)
                BundledTables.json(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
