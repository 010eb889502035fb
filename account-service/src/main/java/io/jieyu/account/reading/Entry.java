package io.jieyu.account.reading;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;

/**
 * A ledger record as it is shown.
 *
 * @param hash of its bytes on the topic
 */
public record Entry(LedgerRecord record, Hash hash) {}
