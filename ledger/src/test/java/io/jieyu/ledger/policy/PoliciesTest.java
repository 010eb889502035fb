package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.PolicyField.MUTUAL_AID_FEN;
import static io.jieyu.ledger.policy.PolicyField.PERSONAL_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Rate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @Test
    void fallsBackFieldByFieldFromRegionToProvinceToNation() {
        var policies =
                Policies.NONE
                        .plus(
                                version(
                                        "000000",
                                        null,
                                        null,
                                        Map.of("personalRate", "0.01", "mutualAidFen", 100L),
                                        0))
                        .plus(version("130000", null, null, Map.of("personalRate", "0.03"), 1))
                        .plus(version("130900", null, null, Map.of("mutualAidFen", 300L), 2));
        Policy policy = policies.effective("130900", JANUARY).orElseThrow();
        assertThat(policy.get(MUTUAL_AID_FEN)).isEqualTo(300);
        assertThat(policy.get(PERSONAL_RATE)).isEqualTo(Rate.of("0.03"));
        assertThat(policy.policyId()).isEqualTo("130900/2");
        assertThat(policies.effective("130500", JANUARY).orElseThrow().policyId())
                .isEqualTo("130000/1");
        assertThat(policies.effective("310000", JANUARY).orElseThrow().get(MUTUAL_AID_FEN))
                .isEqualTo(100);
    }

    @Test
    void takesTheDefaultWhereNobodyHasTheField() {
        var policies = Policies.NONE.plus(version("110000", null, null, Map.of(), 0));
        assertThat(policies.effective("110000", JANUARY).orElseThrow().get(PERSONAL_RATE))
                .isEqualTo(Rate.of("0.02"));
    }

    @Test
    void hasNoPolicyWhereNobodyHasAVersionForTheMonth() {
        var policies = Policies.NONE.plus(version("110000", "2025-02", null, Map.of(), 0));
        assertThat(policies.effective("110000", JANUARY)).isEmpty();
        assertThat(policies.effective("310000", JANUARY.plusMonths(1))).isEmpty();
    }

    @Test
    void knowsOnlyWhatWasPublishedBeforeAPosition() {
        var policies =
                Policies.NONE
                        .plus(version("110000", null, null, Map.of("mutualAidFen", 1L), 5))
                        .plus(version("110000", null, null, Map.of("mutualAidFen", 2L), 9));
        assertThat(aid(policies)).contains(2L);
        assertThat(aid(policies.asOf(9))).contains(1L);
        assertThat(aid(policies.asOf(5))).isEmpty();
    }

    @Property
    void resolvesAsANaiveReadingOfAllVersionsDoes(
            @ForAll("histories") List<PolicyVersion> versions) {
        var policies = Policies.NONE;
        for (PolicyVersion version : versions) {
            policies = policies.plus(version);
        }
        for (String region : List.of("110000", "130000", "130900")) {
            for (int month = 0; month < 8; month++) {
                YearMonth x = JANUARY.plusMonths(month);
                assertThat(policies.effective(region, x).map(policy -> policy.get(MUTUAL_AID_FEN)))
                        .isEqualTo(naive(versions, region, x));
            }
        }
    }

    @Provide
    Arbitrary<List<PolicyVersion>> histories() {
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 7);
        return Combinators.combine(
                        Arbitraries.of("000000", "130000", "130900", "110000"),
                        months.injectNull(0.2),
                        months.injectNull(0.5),
                        Arbitraries.longs().between(1, 1000).injectNull(0.3))
                .as((region, from, to, aid) -> new Object[] {region, from, to, aid})
                .list()
                .ofMaxSize(8)
                .map(PoliciesTest::versions);
    }

    private static List<PolicyVersion> versions(List<Object[]> drawn) {
        var versions = new ArrayList<PolicyVersion>();
        for (Object[] one : drawn) {
            Map<String, Object> document =
                    one[3] == null ? Map.of() : Map.of("mutualAidFen", one[3]);
            versions.add(
                    version(
                            (String) one[0],
                            month(one[1]),
                            month(one[2]),
                            document,
                            versions.size()));
        }
        return versions;
    }

    private static String month(Object months) {
        return months == null ? null : JANUARY.plusMonths((Integer) months).toString();
    }

    /** By the letter of rulebook 5.9, without memory and without short cuts. */
    private static Optional<Long> naive(List<PolicyVersion> versions, String region, YearMonth x) {
        var own = new ArrayList<PolicyVersion>();
        for (String step : List.of(region, region.substring(0, 2) + "0000", "000000")) {
            PolicyVersion best = null;
            for (PolicyVersion version : versions) {
                boolean inRange =
                        (version.effectiveFrom() == null
                                        || version.effectiveFrom().compareTo(x) <= 0)
                                && (version.effectiveTo() == null
                                        || version.effectiveTo().compareTo(x) >= 0);
                if (version.regionCode().equals(step)
                        && inRange
                        && (best == null || from(version) >= from(best))) {
                    best = version;
                }
            }
            if (best != null) {
                own.add(best);
            }
        }
        if (own.isEmpty()) {
            return Optional.empty();
        }
        for (PolicyVersion step : own) {
            if (step.document().value(MUTUAL_AID_FEN).isPresent()) {
                return step.document().value(MUTUAL_AID_FEN);
            }
        }
        return Optional.of(0L);
    }

    private static int from(PolicyVersion version) {
        return version.effectiveFrom() == null
                ? Integer.MIN_VALUE
                : version.effectiveFrom().getYear() * 12 + version.effectiveFrom().getMonthValue();
    }

    private static Optional<Long> aid(Policies policies) {
        return policies.effective("110000", JANUARY).map(policy -> policy.get(MUTUAL_AID_FEN));
    }

    private static PolicyVersion version(
            String region, String from, String to, Map<String, Object> document, long position) {
        var read = (PolicyDocument.Reading.Valid) PolicyDocument.read(document);
        return new PolicyVersion(
                "test",
                region,
                region + "/" + position,
                from == null ? null : YearMonth.parse(from),
                to == null ? null : YearMonth.parse(to),
                read.document(),
                position);
    }
}
