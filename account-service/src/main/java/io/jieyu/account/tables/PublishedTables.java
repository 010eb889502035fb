package io.jieyu.account.tables;

import io.jieyu.ledger.policy.Policies;

/** The tables that policy-service has published. */
public interface PublishedTables {

    /** All versions, in the order of their publication. */
    Policies policies();
}
