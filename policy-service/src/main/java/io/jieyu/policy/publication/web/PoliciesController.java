package io.jieyu.policy.publication.web;

import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.document.CompareVersions;
import io.jieyu.document.CompareVersions.Difference;
import io.jieyu.document.PublishedSchema;
import io.jieyu.document.ShownPolicy;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.ledger.policy.RegionDocument;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.PolicyState;
import io.jieyu.policy.publication.StaleTable;
import io.jieyu.policy.publication.Tables;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policies")
@Tag(name = "Policies", description = "Regional, effective-dated rate tables")
class PoliciesController {

    private final PolicyJournal journal;
    private final Clock clock;

    PoliciesController(PolicyJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The set and what it holds. */
    record Overview(@Nullable String policySet, List<Region> regions) {}

    record Region(String regionCode, Map<String, String> name, List<VersionRow> versions) {}

    /**
     * A version in a list.
     *
     * @param stale whether its date of review has passed
     */
    record VersionRow(
            String version,
            String policyId,
            int revision,
            @Nullable YearMonth effectiveFrom,
            @Nullable YearMonth effectiveTo,
            LocalDate publishedOn,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate reviewBy,
            boolean stale) {}

    record StaleTables(LocalDate on, List<StaleTable> tables) {}

    record ShownDifferences(String from, String to, List<Difference> differences) {}

    @GetMapping
    @Operation(
            summary = "All regions with their versions",
            description = "000000 is the national default.")
    Overview overview() {
        PolicyState state = journal.state();
        return new Overview(
                state.policySet().orElse(null),
                state.tables().values().stream().map(this::region).toList());
    }

    @GetMapping("/{regionCode}")
    @Operation(
            summary = "What holds for a region, or its whole document",
            description =
                    "With on, what holds in that contribution period, as it was known on the day"
                        + " knownAt (today without it): each value with the version and the sources"
                        + " that it comes from. What a region does not say comes from its province"
                        + " (NN0000) and then from 000000. Without both, the document with every"
                        + " version that was ever published.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {ShownPolicy.class, PolicyTable.class})))
    Object policy(
            @Parameter(example = "110000") @PathVariable String regionCode,
            @Parameter(description = "the contribution period", example = "2026-03")
                    @RequestParam(required = false)
                    @Nullable YearMonth on,
            @Parameter(description = "the day of the knowledge", example = "2026-01-15")
                    @RequestParam(required = false)
                    @Nullable LocalDate knownAt) {
        if (!AccountId.isRegionCode(regionCode)) {
            throw Problem.invalid("regionCode", regionCode, "six digits");
        }
        if (on == null && knownAt == null) {
            return table(regionCode);
        }
        YearMonth month = on == null ? YearMonth.from(today()) : on;
        LocalDate day = knownAt == null ? today() : knownAt;
        return journal.state()
                .known()
                .of(regionCode, month, day)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.POLICY_NOT_FOUND,
                                String.format(
                                        Locale.ROOT,
                                        "Nothing holds for %s in %s, as known on %s: neither it nor"
                                                + " its province nor 000000 has a version for the"
                                                + " month.",
                                        regionCode,
                                        month,
                                        day)));
    }

    @GetMapping("/{regionCode}/diff")
    @Operation(
            summary = "The difference of two versions, field by field",
            description = "hadBefore or hasAfter false: the version says nothing of the field.")
    ShownDifferences diff(
            @Parameter(example = "110000") @PathVariable String regionCode,
            @Parameter(example = "A") @RequestParam String from,
            @Parameter(example = "B") @RequestParam String to) {
        return new ShownDifferences(
                regionCode + "/" + from,
                regionCode + "/" + to,
                CompareVersions.of(version(regionCode, from), version(regionCode, to)));
    }

    @GetMapping("/stale")
    @Operation(
            summary = "Tables whose date of review has passed",
            description =
                    "Of each region the version that holds today. Where afterReviewBy is"
                            + " HOLD_CREDITS, credits of later months wait for a new table.")
    StaleTables stale(
            @Parameter(description = "today without it") @RequestParam(required = false)
                    @Nullable LocalDate on) {
        LocalDate day = on == null ? today() : on;
        return new StaleTables(day, StaleTable.on(day, journal.state()));
    }

    @GetMapping(value = "/schema", produces = "application/schema+json")
    @Operation(
            summary = "The JSON Schema of policy documents",
            description = "For editors that complete and check.")
    String schema() {
        return PublishedSchema.text();
    }

    private PolicyTable table(String regionCode) {
        PolicyState state = journal.state();
        return state.table(regionCode)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.POLICY_NOT_FOUND,
                                String.format(
                                        Locale.ROOT,
                                        "Region %s has no document of its own; what holds there"
                                            + " comes from its province and from 000000 (?on=MONTH"
                                            + " shows it). Regions with one: %s",
                                        regionCode,
                                        String.join(", ", state.tables().keySet()))));
    }

    private RegionDocument.Version version(String regionCode, String name) {
        PolicyTable table = table(regionCode);
        return table.versions().stream()
                .filter(version -> version.version().equals(name))
                .map(Tables::read)
                .findFirst()
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.POLICY_NOT_FOUND,
                                String.format(
                                        Locale.ROOT,
                                        "%s has no version %s (expected: one of %s)",
                                        regionCode,
                                        name,
                                        table.versions().stream()
                                                .map(PolicyTable.Version::version)
                                                .toList())));
    }

    private Region region(PolicyTable table) {
        return new Region(
                table.regionCode(),
                table.name(),
                table.versions().stream().map(version -> row(table, version)).toList());
    }

    private VersionRow row(PolicyTable table, PolicyTable.Version version) {
        LocalDate reviewBy = version.reviewBy();
        return new VersionRow(
                version.version(),
                Tables.policyId(table, version),
                version.revision(),
                version.effectiveFrom(),
                version.effectiveTo(),
                version.publishedOn(),
                version.announcedOn(),
                reviewBy,
                reviewBy != null && reviewBy.isBefore(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BusinessDates.CHINA));
    }
}
