package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyDocument.Reading;
import io.jieyu.ledger.policy.PolicySet;
import io.jieyu.ledger.policy.RegionDocument;
import io.jieyu.ledger.policy.RegionDocument.Source;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents as they are published, and back. */
public final class Tables {

    private Tables() {}

    /** The tables of a set, each version published on the day from which it could be known. */
    public static List<PolicyTable> of(PolicySet set) {
        return set.documents().stream()
                .map(document ->
                        new PolicyTable(
                                set.name(),
                                document.regionCode(),
                                document.name(),
                                document.versions().stream()
                                        .map(version ->
                                                version(
                                                        document,
                                                        version,
                                                        version.knownSince(),
                                                        null,
                                                        null))
                                        .toList()))
                .toList();
    }

    /**
     * A version to be published.
     *
     * @param document with all versions beside it, which decide where it ends
     */
    public static PolicyTable.Version version(
            RegionDocument document,
            RegionDocument.Version version,
            LocalDate publishedOn,
            @Nullable String proposedBy,
            @Nullable String approvedBy) {
        return new PolicyTable.Version(
                version.version(),
                1,
                publishedOn,
                proposedBy,
                approvedBy,
                version.effectiveFrom(),
                document.effectiveTo(version),
                version.announcedOn(),
                version.reviewBy(),
                version.legalReference(),
                version.document().fields(),
                version.provenance().stream().map(Tables::source).toList());
    }

    /** The message that tells the accounts of a version (policy-format 2). */
    public static PolicyPublished message(PolicyTable table, PolicyTable.Version version) {
        return new PolicyPublished(
                version.publishedOn(),
                table.policySet(),
                table.regionCode(),
                policyId(table, version),
                version.revision(),
                version.effectiveFrom(),
                version.effectiveTo(),
                version.announcedOn(),
                version.fields());
    }

    public static String policyId(PolicyTable table, PolicyTable.Version version) {
        return table.regionCode() + "/" + version.version();
    }

    /** A published version as its document had it. */
    public static RegionDocument.Version read(PolicyTable.Version version) {
        return new RegionDocument.Version(
                version.version(),
                version.effectiveFrom(),
                version.announcedOn(),
                version.reviewBy(),
                version.legalReference(),
                document(version.fields()),
                version.provenance().stream().map(Tables::source).toList());
    }

    /**
     * The document of a region as it stands: of versions that begin in the same month the last
     * published.
     */
    public static RegionDocument current(PolicyTable table) {
        Map<@Nullable YearMonth, RegionDocument.Version> byStart = new LinkedHashMap<>();
        for (PolicyTable.Version version : table.versions()) {
            byStart.put(version.effectiveFrom(), read(version));
        }
        return new RegionDocument(
                table.regionCode(), table.name(), inOrder(new ArrayList<>(byStart.values())));
    }

    /** In the order of their months; the beginning first. */
    public static List<RegionDocument.Version> inOrder(List<RegionDocument.Version> versions) {
        versions.sort((one, other) -> {
            YearMonth start = one.effectiveFrom();
            YearMonth otherStart = other.effectiveFrom();
            if (start == null || otherStart == null) {
                return Boolean.compare(start != null, otherStart != null);
            }
            return start.compareTo(otherStart);
        });
        return List.copyOf(versions);
    }

    private static PolicyDocument document(Map<String, @Nullable Object> fields) {
        if (PolicyDocument.read(fields) instanceof Reading.Valid(var document)) {
            return document;
        }
        throw new IllegalStateException("a published version that cannot be read: " + fields);
    }

    private static Map<String, @Nullable Object> source(Source source) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("field", source.field());
        written.put("source", source.source());
        written.put("grade", source.grade());
        if (source.note() != null) {
            written.put("note", source.note());
        }
        if (source.illustrative()) {
            written.put("illustrative", true);
        }
        return written;
    }

    private static Source source(Map<String, @Nullable Object> written) {
        return new Source(
                String.valueOf(written.get("field")),
                String.valueOf(written.get("source")),
                String.valueOf(written.get("grade")),
                written.get("note") instanceof String note ? note : null,
                Boolean.TRUE.equals(written.get("illustrative")));
    }
}
