package io.jieyu.contracts.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a region's policy document (rulebook 6.22), written to every partition of the
 * inbox.
 *
 * @param date the business date of the publication
 * @param policyId {@code "<regionCode>/<version>"}
 * @param revision from 1; 1 when null
 * @param effectiveFrom first month, inclusive; null = from the beginning
 * @param effectiveTo last month, inclusive; null = unbounded
 * @param document the policy fields that the version sets, as a JSON object
 */
public record PolicyPublished(
        LocalDate date,
        String policySet,
        String regionCode,
        String policyId,
        @Nullable Integer revision,
        @Nullable YearMonth effectiveFrom,
        @Nullable YearMonth effectiveTo,
        @Nullable LocalDate announcedOn,
        Map<String, @Nullable Object> document) {}
