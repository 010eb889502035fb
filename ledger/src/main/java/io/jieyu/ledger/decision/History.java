package io.jieyu.ledger.decision;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Remarks;
import org.jspecify.annotations.Nullable;

/**
 * Where a history stands: the end of its chain of records, and the account if it has one yet.
 * Refusals lengthen the chain of an account that does not exist.
 *
 * @param sequence of the last record; 0 before the first
 * @param head hash of the last record
 */
public record History(long sequence, Hash head, @Nullable Account account, Remarks remarks) {

    public static final History EMPTY = new History(0, Hash.ZERO, null, Remarks.NONE);

    /** The account has changed without a record: a close that only noted the month. */
    History with(Account changed) {
        return new History(sequence, head, changed, remarks);
    }
}
