package io.jieyu.audit.command;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.ledger.AccountId;

/** Account ids as people type them. */
final class Accounts {

    private Accounts() {}

    static AccountId parse(String text) {
        if (!AccountId.isValid(text)) {
            throw new CannotDecide("account " + text + " (expected: " + AccountId.EXPECTED + ")");
        }
        return AccountId.parse(text);
    }
}
