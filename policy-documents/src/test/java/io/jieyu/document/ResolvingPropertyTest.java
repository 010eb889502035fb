package io.jieyu.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicySet;
import io.jieyu.ledger.policy.RegionDocument;
import io.jieyu.ledger.policy.RegionDocument.Version;
import io.jieyu.ledger.policy.ResolvedPolicy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Resolving, against a naive reading of all documents: every field, its value and its origin. */
class ResolvingPropertyTest {

    private static final YearMonth START = YearMonth.of(2020, 1);

    /** What a version of a region is in this test. */
    record Drawn(
            int region, @Nullable Integer from, @Nullable Integer announced, List<Integer> says) {}

    private static final List<String> REGIONS =
            List.of("000000", "130000", "130900", "130300", "110000");

    @Property
    void isTheSameAsANaiveReading(
            @ForAll("drawn") List<Drawn> drawn,
            @ForAll("regions") String region,
            @ForAll("months") YearMonth month,
            @ForAll("months") YearMonth known) {
        PolicySet set = set(drawn);
        LocalDate day = known.atDay(15);
        Optional<ResolvedPolicy> resolved = set.knownAt(day).resolved(region, month);
        Map<String, String> naive = naive(set, region, month, day);
        assertThat(resolved.map(ResolvingPropertyTest::told))
                .isEqualTo(naive.isEmpty() ? Optional.empty() : Optional.of(naive));
    }

    private static Map<String, String> told(ResolvedPolicy resolved) {
        var told = new TreeMap<String, String>();
        told.put("applied", resolved.applied().policyId());
        resolved.fields().stream()
                .filter(field -> field.from() != null)
                .forEach(field ->
                        told.put(field.name(), field.value() + " " + field.from().policyId()));
        return told;
    }

    /** Every document is read from its first line to its last, for each field anew. */
    private static Map<String, String> naive(
            PolicySet set, String region, YearMonth month, LocalDate day) {
        var told = new TreeMap<String, String>();
        for (String step : List.of(region, region.substring(0, 2) + "0000", "000000")) {
            RegionDocument document = null;
            for (RegionDocument each : set.documents()) {
                if (each.regionCode().equals(step)) {
                    document = each;
                }
            }
            if (document == null) {
                continue;
            }
            Version applies = null;
            for (Version version : document.versions()) {
                boolean known =
                        version.announcedOn() == null || !version.announcedOn().isAfter(day);
                boolean begun =
                        version.effectiveFrom() == null || !version.effectiveFrom().isAfter(month);
                if (known && begun) {
                    applies = version;
                }
            }
            if (applies == null) {
                continue;
            }
            String id = step + "/" + applies.version();
            told.putIfAbsent("applied", id);
            applies.document()
                    .fields()
                    .forEach((name, value) -> told.putIfAbsent(name, value + " " + id));
        }
        return told;
    }

    private static PolicySet set(List<Drawn> drawn) {
        var documents = new ArrayList<RegionDocument>();
        for (int region = 0; region < REGIONS.size(); region++) {
            var versions = new ArrayList<Version>();
            var starts = new HashSet<Integer>();
            for (Drawn version : inOrder(drawn, region)) {
                if (starts.add(version.from())) {
                    versions.add(version(version, versions.size()));
                }
            }
            if (!versions.isEmpty()) {
                documents.add(new RegionDocument(REGIONS.get(region), Map.of(), versions));
            }
        }
        return new PolicySet("drawn", documents);
    }

    private static List<Drawn> inOrder(List<Drawn> drawn, int region) {
        return drawn.stream()
                .filter(version -> version.region() == region)
                .sorted((one, other) ->
                        Integer.compare(
                                one.from() == null ? -1 : one.from(),
                                other.from() == null ? -1 : other.from()))
                .toList();
    }

    private static Version version(Drawn drawn, int number) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int says : drawn.says()) {
            switch (says % 4) {
                case 0 -> fields.put("mutualAidFen", (long) says);
                case 1 -> fields.put("personalRate", "0.0" + says);
                case 2 -> fields.put("freeWithdrawalBefore", null);
                default ->
                        fields.put(
                                "benefit", Map.of("start", "SAME_MONTH", "retroactive", says > 4));
            }
        }
        if (!(PolicyDocument.read(fields) instanceof PolicyDocument.Reading.Valid(var document))) {
            throw new IllegalStateException("drawn a document that cannot be read: " + fields);
        }
        return new Version(
                "V" + number,
                drawn.from() == null ? null : START.plusMonths(drawn.from()),
                drawn.announced() == null ? null : START.plusMonths(drawn.announced()).atDay(1),
                null,
                null,
                document,
                List.of());
    }

    @Provide
    Arbitrary<List<Drawn>> drawn() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, REGIONS.size() - 1),
                        Arbitraries.integers().between(0, 40).injectNull(0.2),
                        Arbitraries.integers().between(0, 40).injectNull(0.4),
                        Arbitraries.integers().between(0, 7).list().ofMaxSize(4))
                .as(Drawn::new)
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<String> regions() {
        return Arbitraries.of(REGIONS);
    }

    @Provide
    Arbitrary<YearMonth> months() {
        return Arbitraries.integers().between(-3, 44).map(START::plusMonths);
    }
}
