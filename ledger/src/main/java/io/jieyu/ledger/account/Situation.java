package io.jieyu.ledger.account;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.policy.Policies;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may look at beside its message: the account as it stands and the policies known at
 * that place.
 *
 * @param account null while there is none
 */
public record Situation(AccountId id, @Nullable Account account, Policies policies) {

    /** A draft of the account; of a new one where there is none yet. */
    public Draft draft() {
        return account == null ? Draft.opening(id) : Draft.of(account);
    }
}
