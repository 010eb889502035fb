package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The messages that tell the accounts of a set: one for each version (policy-format 2). */
public final class PublishedVersions {

    private static final String NATION = "000000";
    private static final String PROVINCE_ENDS = "0000";

    private PublishedVersions() {}

    /**
     * The nation first, then the provinces, then the others; the versions of a region in their
     * order.
     */
    public static List<PolicyPublished> of(List<PolicyTable> tables) {
        return tables.stream()
                .sorted(
                        Comparator.comparingInt(PublishedVersions::rank)
                                .thenComparing(PolicyTable::regionCode))
                .flatMap(table -> table.versions().stream().map(version -> message(table, version)))
                .toList();
    }

    /** The permanent id of the message. */
    public static String messageId(PolicyPublished published) {
        int revision = published.revision() == null ? 1 : published.revision();
        return String.format(
                Locale.ROOT,
                "policy/%s/%s/%d",
                published.policySet(),
                published.policyId(),
                revision);
    }

    private static int rank(PolicyTable table) {
        if (table.regionCode().equals(NATION)) {
            return 0;
        }
        return table.regionCode().endsWith(PROVINCE_ENDS) ? 1 : 2;
    }

    private static PolicyPublished message(PolicyTable table, PolicyTable.Version version) {
        return new PolicyPublished(
                version.publishedOn(),
                table.policySet(),
                table.regionCode(),
                table.regionCode() + "/" + version.version(),
                version.revision(),
                version.effectiveFrom(),
                version.effectiveTo(),
                version.announcedOn(),
                version.fields());
    }
}
