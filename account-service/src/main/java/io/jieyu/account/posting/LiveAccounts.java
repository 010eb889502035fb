package io.jieyu.account.posting;

import io.jieyu.ledger.AccountId;
import java.util.Optional;

/** Accounts as they stand at this moment, read from the topology's own stores. */
public interface LiveAccounts {

    /** The account; empty while this process does not hold its partition. */
    Optional<LiveAccount> of(AccountId id);
}
