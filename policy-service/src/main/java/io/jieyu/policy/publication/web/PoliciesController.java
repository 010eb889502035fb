package io.jieyu.policy.publication.web;

import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.policy.publication.PolicyTables;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policies")
@Tag(name = "Policies", description = "Regional, effective-dated rate tables")
class PoliciesController {

    private final PolicyTables tables;
    private final Clock clock;

    PoliciesController(PolicyTables tables, Clock clock) {
        this.tables = tables;
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
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate reviewBy,
            boolean stale) {}

    @GetMapping
    @Operation(
            summary = "All regions with their versions",
            description = "000000 is the national default.")
    Overview overview() {
        return new Overview(
                tables.policySet().orElse(null), tables.all().stream().map(this::region).toList());
    }

    @GetMapping("/{regionCode}")
    @Operation(
            summary = "The whole document of a region",
            description =
                    "What a region does not say comes from its province (NN0000) and then from"
                            + " 000000.")
    PolicyTable table(@Parameter(example = "110000") @PathVariable String regionCode) {
        return tables.of(regionCode)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.POLICY_NOT_FOUND,
                                String.format(
                                        Locale.ROOT,
                                        "Region %s has no document of its own; what holds there"
                                            + " comes from its province and from 000000. Regions"
                                            + " with one: %s",
                                        regionCode,
                                        String.join(
                                                ", ",
                                                tables.all().stream()
                                                        .map(PolicyTable::regionCode)
                                                        .toList()))));
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
                table.regionCode() + "/" + version.version(),
                version.revision(),
                version.effectiveFrom(),
                version.effectiveTo(),
                version.announcedOn(),
                reviewBy,
                reviewBy != null && reviewBy.isBefore(LocalDate.now(clock)));
    }
}
