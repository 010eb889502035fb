package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyTable;
import java.util.List;
import java.util.Optional;

/** The tables that have been published. */
public interface PolicyTables {

    /** The set that is published; empty before the first publication. */
    default Optional<String> policySet() {
        return all().stream().findFirst().map(PolicyTable::policySet);
    }

    /** All of them, by region code; empty before the first publication. */
    List<PolicyTable> all();

    Optional<PolicyTable> of(String regionCode);
}
