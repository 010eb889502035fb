package io.jieyu.contracts.policy;

import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyDocument.Reading;
import io.jieyu.ledger.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.Collection;

/** The published tables as the ledger resolves them. */
public final class PublishedPolicies {

    private PublishedPolicies() {}

    /** All versions, those of a region in the order of their publication. */
    public static Policies of(Collection<PolicyTable> tables) {
        var versions = new ArrayList<PolicyVersion>();
        for (PolicyTable table : tables) {
            for (PolicyTable.Version version : table.versions()) {
                if (PolicyDocument.read(version.fields()) instanceof Reading.Valid(var document)) {
                    versions.add(
                            new PolicyVersion(
                                    table.policySet(),
                                    table.regionCode(),
                                    table.regionCode() + "/" + version.version(),
                                    version.effectiveFrom(),
                                    version.effectiveTo(),
                                    document,
                                    versions.size()));
                }
            }
        }
        return Policies.of(versions);
    }
}
