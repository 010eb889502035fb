package io.jieyu.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.policy.RegionDocument.Source;
import io.jieyu.ledger.policy.RegionDocument.Version;
import io.jieyu.ledger.policy.ResolvedPolicy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a region in a month as it was known on a day, each value with where it comes from:
 * the answer of the service and of {@code ./jieyu policy show}.
 *
 * @param on the month
 * @param knownAt versions published later are left out
 * @param policyId the version that a posting of the month names
 * @param steps what the region, its province and the nation say, in the order of the fallback
 * @param fields by name, in the order of the format
 */
public record ShownPolicy(
        String policySet,
        String regionCode,
        YearMonth on,
        LocalDate knownAt,
        String policyId,
        List<Step> steps,
        Map<String, Field> fields) {

    /**
     * A version of the fallback.
     *
     * @param stale whether its date of review is over on the day {@code knownAt}
     */
    public record Step(
            String policyId,
            @Nullable YearMonth effectiveFrom,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate reviewBy,
            @Nullable String legalReference,
            boolean stale) {}

    /**
     * A value.
     *
     * @param value as a document writes it
     * @param from the policy id that sets it; null where nobody does and the default holds
     * @param legalReference of the version that sets it, as the two dates
     * @param sources of this value
     */
    public record Field(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String from,
            @Nullable String legalReference,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate reviewBy,
            List<Source> sources) {}

    /**
     * The resolved policy with what its versions say of themselves.
     *
     * @param versions the version in its document
     */
    public static ShownPolicy of(
            ResolvedPolicy resolved, LocalDate knownAt, Function<PolicyVersion, Version> versions) {
        PolicyVersion applied = resolved.applied();
        var fields = new LinkedHashMap<String, Field>();
        for (ResolvedPolicy.Field field : resolved.fields()) {
            fields.put(field.name(), field(field, versions));
        }
        return new ShownPolicy(
                applied.policySet(),
                resolved.regionCode(),
                resolved.month(),
                knownAt,
                applied.policyId(),
                resolved.steps().stream()
                        .map(step -> step(step, versions.apply(step), knownAt))
                        .toList(),
                fields);
    }

    private static Step step(PolicyVersion step, Version version, LocalDate day) {
        return new Step(
                step.policyId(),
                version.effectiveFrom(),
                version.announcedOn(),
                version.reviewBy(),
                version.legalReference(),
                version.isStale(day));
    }

    private static Field field(
            ResolvedPolicy.Field field, Function<PolicyVersion, Version> versions) {
        PolicyVersion from = field.from();
        if (from == null) {
            return new Field(field.value(), null, null, null, null, List.of());
        }
        Version version = versions.apply(from);
        return new Field(
                field.value(),
                from.policyId(),
                version.legalReference(),
                version.announcedOn(),
                version.reviewBy(),
                version.provenance().stream().filter(source -> source.isOf(field.name())).toList());
    }
}
