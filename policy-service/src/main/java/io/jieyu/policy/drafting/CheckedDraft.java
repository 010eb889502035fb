package io.jieyu.policy.drafting;

import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.document.CompareVersions;
import io.jieyu.document.CompareVersions.Difference;
import io.jieyu.document.DocumentFile;
import io.jieyu.document.DocumentFile.Reading;
import io.jieyu.document.FileProblem;
import io.jieyu.document.yaml.FileError;
import io.jieyu.ledger.policy.PolicySet;
import io.jieyu.ledger.policy.PolicySet.SetProblem;
import io.jieyu.ledger.policy.Problem;
import io.jieyu.ledger.policy.RegionDocument;
import io.jieyu.ledger.policy.RegionDocument.Version;
import io.jieyu.policy.publication.KnownPolicies;
import io.jieyu.policy.publication.PolicyState;
import io.jieyu.policy.publication.Tables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft held against what is published: a document of its region with at least one version that
 * is new, and nothing else that differs.
 *
 * @param problems everything that is wrong, each with its line
 * @param warnings what is doubtful
 * @param table the region's table with the new versions; null while there are problems
 * @param fresh the new versions, in the order of their months
 * @param closedThrough the last closed month in or after the month in which a new version begins;
 *     null when it changes no closed month
 */
public record CheckedDraft(
        List<FileProblem> problems,
        List<FileProblem> warnings,
        @Nullable PolicyTable table,
        List<PolicyTable.Version> fresh,
        @Nullable YearMonth closedThrough) {

    /** Of a draft that has ended: nothing is held against anything any more. */
    public static final CheckedDraft NONE = wrong(List.of());

    private static final String NAME = "draft";

    /**
     * Checks a document.
     *
     * @param publishedOn the day on which it would be published
     * @param proposedBy null until it is proposed, as approvedBy
     */
    public static CheckedDraft of(
            String regionCode,
            String text,
            PolicyState state,
            LocalDate publishedOn,
            @Nullable String proposedBy,
            @Nullable String approvedBy) {
        Reading reading;
        try {
            reading = DocumentFile.read(NAME, text);
        } catch (FileError e) {
            var problem = new Problem("document", String.valueOf(e.getMessage()), "YAML or JSON");
            return wrong(List.of(new FileProblem(NAME, 0, problem, false)));
        }
        return switch (reading) {
            case Reading.Invalid(var problems) -> wrong(problems);
            case Reading.Valid(var file, var warnings) ->
                    new Check(regionCode, file, state)
                            .against(warnings, publishedOn, proposedBy, approvedBy);
        };
    }

    private static CheckedDraft wrong(List<FileProblem> problems) {
        return new CheckedDraft(problems, List.of(), null, List.of(), null);
    }

    public boolean isValid() {
        return table != null;
    }

    /** What the accounts are told of the new versions. */
    public List<PolicyPublished> messages() {
        PolicyTable changed = table;
        return changed == null
                ? List.of()
                : fresh.stream().map(version -> Tables.message(changed, version)).toList();
    }

    /** Finds what of a document is new, and whether it fits what is published. */
    private static final class Check {

        private final String regionCode;
        private final DocumentFile file;
        private final RegionDocument document;
        private final PolicyState state;
        private final List<FileProblem> problems = new ArrayList<>();

        Check(String regionCode, DocumentFile file, PolicyState state) {
            this.regionCode = regionCode;
            this.file = file;
            this.document = file.document();
            this.state = state;
        }

        CheckedDraft against(
                List<FileProblem> warnings,
                LocalDate publishedOn,
                @Nullable String proposedBy,
                @Nullable String approvedBy) {
            if (!document.regionCode().equals(regionCode)) {
                tell("regionCode", quoted(document.regionCode()), quoted(regionCode));
                return wrong(problems);
            }
            List<Version> fresh = fresh();
            if (fresh.isEmpty() && problems.isEmpty()) {
                tell("versions", "nothing new", "a version that is not published yet");
            }
            RegionDocument merged = merged(fresh);
            if (problems.isEmpty()) {
                resolved(merged);
            }
            if (!problems.isEmpty()) {
                return wrong(problems);
            }
            List<PolicyTable.Version> published =
                    fresh.stream()
                            .map(version ->
                                    Tables.version(
                                            merged, version, publishedOn, proposedBy, approvedBy))
                            .toList();
            var table =
                    new PolicyTable(
                            state.policySet().orElseThrow(),
                            regionCode,
                            document.name(),
                            Stream.concat(
                                            state.table(regionCode).stream()
                                                    .flatMap(old -> old.versions().stream()),
                                            published.stream())
                                    .toList());
            return new CheckedDraft(
                    List.of(), warnings, table, published, closedThrough(fresh).orElse(null));
        }

        /** The versions that are not published; the others have to be as they were published. */
        private List<Version> fresh() {
            var fresh = new ArrayList<Version>();
            KnownPolicies known = state.known();
            for (Version version : document.versions()) {
                String policyId = document.policyId(version);
                Optional<Version> published = known.version(policyId);
                if (published.isEmpty()) {
                    fresh.add(version);
                    continue;
                }
                List<Difference> differences = CompareVersions.of(published.get(), version);
                if (!differences.isEmpty()) {
                    tell(
                            file.place(policyId) + ".version",
                            quoted(version.version()),
                            "a new name, or what is published as "
                                    + policyId
                                    + ", which never changes; it differs in "
                                    + differences.stream()
                                            .map(Difference::field)
                                            .collect(Collectors.joining(", ")));
                }
            }
            return fresh;
        }

        /** The region's document as it would stand: a new version takes the place of its month. */
        private RegionDocument merged(List<Version> fresh) {
            var versions = new ArrayList<Version>();
            state.table(regionCode)
                    .map(Tables::current)
                    .ifPresent(current ->
                            current.versions().stream()
                                    .filter(old -> fresh.stream().noneMatch(sameMonth(old)))
                                    .forEach(versions::add));
            versions.addAll(fresh);
            return new RegionDocument(regionCode, document.name(), Tables.inOrder(versions));
        }

        private static Predicate<Version> sameMonth(Version old) {
            return version -> Objects.equals(version.effectiveFrom(), old.effectiveFrom());
        }

        private void resolved(RegionDocument merged) {
            var documents = new ArrayList<RegionDocument>();
            documents.add(merged);
            state.tables().values().stream()
                    .filter(table -> !table.regionCode().equals(regionCode))
                    .map(Tables::current)
                    .forEach(documents::add);
            for (SetProblem problem : new PolicySet(NAME, documents).problems()) {
                if (file.place(problem.policyId()).equals("versions")) {
                    Problem other = problem.problem();
                    tell(
                            "versions",
                            "does not fit " + problem.policyId() + " " + other.path(),
                            other.expected());
                } else {
                    problems.add(file.at(problem));
                }
            }
        }

        private Optional<YearMonth> closedThrough(List<Version> fresh) {
            return state.lastClosedUnder(regionCode)
                    .filter(closed ->
                            fresh.stream()
                                    .map(Version::effectiveFrom)
                                    .anyMatch(from -> from == null || !from.isAfter(closed)));
        }

        private void tell(String path, String value, String expected) {
            problems.add(file.saying(new Problem(path, value, expected)));
        }

        private static String quoted(String text) {
            return '"' + text + '"';
        }
    }
}
