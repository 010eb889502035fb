package io.jieyu.ledger.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The documents of several regions that are resolved together; documents of two sets are never
 * mixed (policy-format 2).
 *
 * @param name of the set
 * @param documents one for each region
 */
public record PolicySet(String name, List<RegionDocument> documents) {

    /**
     * A problem between the fields of a resolved document.
     *
     * @param policyId the version that has to change
     * @param problem at its place in that version
     */
    public record SetProblem(String policyId, Problem problem) {}

    /** The nation first, then the provinces, then the others: the order of publication. */
    public static final Comparator<String> BREADTH =
            Comparator.<String>comparingInt(PolicySet::rank)
                    .thenComparing(Comparator.naturalOrder());

    private static final YearMonth EARLY = YearMonth.of(1990, 1);

    public PolicySet {
        documents =
                documents.stream()
                        .sorted(Comparator.comparing(RegionDocument::regionCode, BREADTH))
                        .toList();
    }

    private static int rank(String regionCode) {
        if (regionCode.equals(RegionDocument.NATION)) {
            return 0;
        }
        return regionCode.equals(RegionDocument.provinceOf(regionCode)) ? 1 : 2;
    }

    public Optional<RegionDocument> of(String regionCode) {
        return documents.stream()
                .filter(document -> document.regionCode().equals(regionCode))
                .findFirst();
    }

    /** The version of that policy id. */
    public Optional<RegionDocument.Version> version(String policyId) {
        int name = policyId.indexOf('/') + 1;
        return of(policyId.substring(0, Math.max(0, name - 1)))
                .flatMap(document -> document.version(policyId.substring(name)));
    }

    /** All versions, as a history that published them in order would have them. */
    public Policies policies() {
        return policies(version -> true);
    }

    /** The versions that had been announced by the end of the day. */
    public Policies knownAt(LocalDate day) {
        return policies(version -> !version.knownSince().isAfter(day));
    }

    private Policies policies(Predicate<RegionDocument.Version> known) {
        var versions = new ArrayList<PolicyVersion>();
        for (RegionDocument document : documents) {
            for (RegionDocument.Version version : document.versions()) {
                if (known.test(version)) {
                    versions.add(published(document, version, versions.size()));
                }
            }
        }
        return Policies.of(versions);
    }

    // Without an end: of two versions that cover a month the later start goes first.
    private PolicyVersion published(
            RegionDocument document, RegionDocument.Version version, long position) {
        return new PolicyVersion(
                name,
                document.regionCode(),
                document.policyId(version),
                version.effectiveFrom(),
                null,
                version.document(),
                position);
    }

    /**
     * What does not fit between the fields of a resolved document, of any region in any month in
     * which a version begins (policy-format 5).
     */
    public List<SetProblem> problems() {
        Policies policies = policies();
        var problems = new ArrayList<SetProblem>();
        var looked = new HashSet<List<PolicyVersion>>();
        for (RegionDocument document : documents) {
            for (YearMonth month : beginnings()) {
                policies.resolved(document.regionCode(), month)
                        .filter(resolved -> looked.add(resolved.steps()))
                        .ifPresent(resolved -> check(document, resolved, problems));
            }
        }
        return problems;
    }

    private List<YearMonth> beginnings() {
        var months = new TreeSet<YearMonth>();
        months.add(EARLY);
        documents.forEach(document ->
                document.versions()
                        .forEach(version -> {
                            YearMonth from = version.effectiveFrom();
                            if (from != null) {
                                months.add(from);
                            }
                        }));
        return List.copyOf(months);
    }

    private static void check(
            RegionDocument document, ResolvedPolicy resolved, List<SetProblem> problems) {
        PolicyVersion own = resolved.applied();
        if (!own.regionCode().equals(document.regionCode())
                || !(PolicyDocument.read(resolved.tree())
                        instanceof PolicyDocument.Reading.Invalid(var found))) {
            return;
        }
        for (Problem problem : found) {
            String field = problem.field();
            List<String> sides = FieldRules.sides(field);
            // Between fields that it takes from others it is theirs, and told there.
            String set =
                    sides.stream()
                            .filter(side -> own.document().fields().containsKey(side))
                            .findFirst()
                            .orElse(null);
            if (set != null && !isOfOne(resolved, sides)) {
                problems.add(new SetProblem(own.policyId(), told(resolved, problem, set)));
            }
        }
    }

    // Both sides in one version: that version's own problem, which its reading has told.
    private static boolean isOfOne(ResolvedPolicy resolved, List<String> sides) {
        return sides.stream()
                .map(side -> resolved.from(side).orElse(null))
                .allMatch(resolved.applied()::equals);
    }

    private static Problem told(ResolvedPolicy resolved, Problem problem, String set) {
        String origins =
                FieldRules.sides(problem.field()).stream()
                        .map(side -> side + " of " + origin(resolved, side))
                        .collect(Collectors.joining(", "));
        String where = "; resolved with " + origins + ", from " + resolved.month();
        if (set.equals(problem.field())) {
            return new Problem(problem.path(), problem.value(), problem.expected() + where);
        }
        return new Problem(
                set,
                Spot.shown(resolved.applied().document().fields().get(set)),
                String.format(
                        Locale.ROOT,
                        "to fit %s %s, which must be %s%s",
                        problem.path(),
                        problem.value(),
                        problem.expected(),
                        where));
    }

    private static String origin(ResolvedPolicy resolved, String field) {
        @Nullable PolicyVersion from = resolved.from(field).orElse(null);
        return from == null ? "the defaults" : from.policyId();
    }
}
