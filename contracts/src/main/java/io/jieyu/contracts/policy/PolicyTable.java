package io.jieyu.contracts.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole document of a region: the newest value of its key in the topic of tables.
 *
 * @param versions all that were ever published, in the order of their publication
 */
public record PolicyTable(
        String policySet, String regionCode, Map<String, String> name, List<Version> versions) {

    /**
     * One version, as published.
     *
     * @param publishedOn the business date of its publication
     * @param proposedBy null for the tables that came with the project, as approvedBy
     * @param fields the policy fields that it sets
     * @param provenance source and grade of each figure
     */
    public record Version(
            String version,
            int revision,
            LocalDate publishedOn,
            @Nullable String proposedBy,
            @Nullable String approvedBy,
            @Nullable YearMonth effectiveFrom,
            @Nullable YearMonth effectiveTo,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate reviewBy,
            @Nullable String legalReference,
            Map<String, @Nullable Object> fields,
            List<Map<String, @Nullable Object>> provenance) {}
}
