package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.date;
import static io.jieyu.ledger.policy.FieldReader.list;
import static io.jieyu.ledger.policy.FieldReader.month;
import static io.jieyu.ledger.policy.FieldReader.object;
import static io.jieyu.ledger.policy.FieldReader.text;
import static io.jieyu.ledger.policy.PolicyField.ordered;

import io.jieyu.ledger.AccountId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy document of one region: its versions in the order of their months, each standing alone
 * (policy-format 1 and 2).
 *
 * @param name by language: {@code zh}, {@code en}
 */
public record RegionDocument(String regionCode, Map<String, String> name, List<Version> versions) {

    /** The region that ends every fallback; a placeholder of this project. */
    public static final String NATION = "000000";

    /** What a version says of itself, besides its policy fields. */
    public static final List<String> UPKEEP =
            List.of(
                    "version",
                    "effectiveFrom",
                    "announcedOn",
                    "reviewBy",
                    "legalReference",
                    "provenance");

    /**
     * One version.
     *
     * @param version short name, unique in the document and never used again
     * @param effectiveFrom first month; null = from the beginning
     * @param announcedOn day of the announcement; null = not known
     * @param reviewBy after this day it counts as stale; null = never
     */
    public record Version(
            String version,
            @Nullable YearMonth effectiveFrom,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate reviewBy,
            @Nullable String legalReference,
            PolicyDocument document,
            List<Source> provenance) {

        /** The first announcement of the version is its being known, where none is noted. */
        private static final LocalDate ALWAYS = LocalDate.of(1990, 1, 1);

        /** When the public could know it: the announcement, or ever. */
        public LocalDate knownSince() {
            return announcedOn == null ? ALWAYS : announcedOn;
        }

        /** Whether its date of review is over. */
        public boolean isStale(LocalDate day) {
            return reviewBy != null && day.isAfter(reviewBy);
        }

        /** The keys besides the policy fields, as the file has them. */
        public Map<String, @Nullable Object> upkeep() {
            Map<String, @Nullable Object> upkeep = new LinkedHashMap<>();
            upkeep.put("version", version);
            upkeep.put("effectiveFrom", text(effectiveFrom));
            upkeep.put("announcedOn", text(announcedOn));
            upkeep.put("reviewBy", text(reviewBy));
            upkeep.put("legalReference", legalReference);
            return upkeep;
        }

        private Map<String, @Nullable Object> written() {
            Map<String, @Nullable Object> written = upkeep();
            written.putAll(document.fields());
            return written;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    /**
     * Where a figure comes from.
     *
     * @param field a policy field, or a part of one: {@code lapse.graceMonths}
     * @param grade A official, B newspaper, C content site, S seed article, D decision of this
     *     project
     * @param illustrative whether no region is claimed to use the figure
     */
    public record Source(
            String field,
            String source,
            String grade,
            @Nullable String note,
            boolean illustrative) {

        /** Whether it speaks of the policy field or of a part of it. */
        public boolean isOf(String policyField) {
            return speaksOf(field, policyField);
        }

        static boolean speaksOf(String field, String policyField) {
            return field.equals(policyField) || field.startsWith(policyField + ".");
        }
    }

    /** A document with what is doubtful in it, or everything that is wrong with it. */
    public sealed interface Reading {

        record Valid(RegionDocument document, List<Problem> warnings) implements Reading {}

        record Invalid(List<Problem> problems) implements Reading {}
    }

    private static final FieldReader<Map<String, String>> NAME =
            object(
                    ordered("zh", text(), "en", text()),
                    parts -> {
                        var name = new LinkedHashMap<String, String>();
                        name.put("zh", parts.get("zh"));
                        name.put("en", parts.get("en"));
                        return Collections.unmodifiableMap(name);
                    });

    private static final FieldReader<Optional<YearMonth>> FROM =
            month().map(Optional::of).orNull(Optional.empty());
    private static final FieldReader<Optional<LocalDate>> DAY =
            date().map(Optional::of).orNull(Optional.empty());
    private static final FieldReader<Optional<String>> REFERENCE =
            text().map(Optional::of).orNull(Optional.empty());
    private static final FieldReader<List<Source>> PROVENANCE = list(ProvenanceRules.source());

    /** The first two digits of a province's region, with the zeros that make it a code. */
    public static String provinceOf(String regionCode) {
        return regionCode.substring(0, 2) + NATION.substring(2);
    }

    /** The policy id of a version of this region. */
    public String policyId(Version version) {
        return regionCode + "/" + version.version();
    }

    /** The version of that name. */
    public Optional<Version> version(String name) {
        return versions.stream().filter(version -> version.version().equals(name)).findFirst();
    }

    /** Last month of a version: the one before the next begins; null = without end. */
    public @Nullable YearMonth effectiveTo(Version version) {
        int next = versions.indexOf(version) + 1;
        YearMonth from = next < versions.size() ? versions.get(next).effectiveFrom() : null;
        return from == null ? null : from.minusMonths(1);
    }

    /** The document as a file has it, without its sources. */
    public Map<String, @Nullable Object> written() {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("regionCode", regionCode);
        written.put("versions", versions.stream().map(Version::written).toList());
        return written;
    }

    /** Reads the document of a region with all its problems at once. */
    public static Reading read(Map<String, @Nullable Object> tree) {
        var problems = new ArrayList<Problem>();
        var root = new Spot("", tree, true, problems);
        FieldReader.unknown(tree.keySet(), List.of("regionCode", "name", "versions"), root);
        String regionCode = code().read(Spot.of(tree, "regionCode", problems));
        Map<String, String> name = NAME.read(Spot.of(tree, "name", problems));
        var warnings = new ArrayList<Problem>();
        List<Version> versions = versions(tree, problems, warnings);
        if (NATION.equals(regionCode)) {
            NationRules.check(versions, problems);
        }
        return regionCode == null || name == null || !problems.isEmpty()
                ? new Reading.Invalid(List.copyOf(problems))
                : new Reading.Valid(
                        new RegionDocument(regionCode, name, List.copyOf(versions)),
                        List.copyOf(warnings));
    }

    private static FieldReader<String> code() {
        return spot ->
                spot.value() instanceof String text && AccountId.isRegionCode(text)
                        ? text
                        : spot.expected("six digits in quotes, such as \"110000\"");
    }

    private static List<Version> versions(
            Map<String, @Nullable Object> tree, List<Problem> problems, List<Problem> warnings) {
        var spot = Spot.of(tree, "versions", problems);
        if (!(spot.value() instanceof List<?> list) || list.isEmpty()) {
            spot.expected("a list of at least one version");
            return List.of();
        }
        var versions = new ArrayList<Version>();
        for (int i = 0; i < list.size(); i++) {
            String place = String.format(Locale.ROOT, "versions[%d]", i);
            if (list.get(i) instanceof Map<?, ?> written) {
                @SuppressWarnings("unchecked") // a tree's keys are texts
                Map<String, @Nullable Object> keys = (Map<String, @Nullable Object>) written;
                versions.add(version(keys, place, problems, warnings));
            } else {
                spot.at(i, list.get(i)).expected("a version: an object of version, effectiveFrom…");
            }
        }
        VersionRules.inOrder(list, problems);
        return versions;
    }

    private static Version version(
            Map<String, @Nullable Object> written,
            String place,
            List<Problem> problems,
            List<Problem> warnings) {
        var own = new ArrayList<Problem>();
        String name = text().read(Spot.of(written, "version", own));
        Optional<YearMonth> from = orEmpty(FROM, Spot.of(written, "effectiveFrom", own));
        Optional<LocalDate> announcedOn = orEmpty(DAY, Spot.of(written, "announcedOn", own));
        Optional<LocalDate> reviewBy = orEmpty(DAY, Spot.of(written, "reviewBy", own));
        Optional<String> legal = orEmpty(REFERENCE, Spot.of(written, "legalReference", own));
        List<Source> sources = PROVENANCE.read(Spot.of(written, "provenance", own));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(written);
        fields.keySet().removeAll(UPKEEP);
        var document = PolicyDocument.read(fields, own);
        var version =
                new Version(
                        name == null ? "" : name,
                        from.orElse(null),
                        announcedOn.orElse(null),
                        reviewBy.orElse(null),
                        legal.orElse(null),
                        document,
                        sources == null ? List.of() : sources);
        VersionRules.dates(version, own, warnings, place);
        ProvenanceRules.check(written, own);
        own.forEach(problem -> problems.add(problem.under(place)));
        return version;
    }

    private static <T> Optional<T> orEmpty(FieldReader<Optional<T>> reader, Spot spot) {
        return Objects.requireNonNullElse(reader.read(spot), Optional.empty());
    }
}
