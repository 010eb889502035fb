package io.jieyu.audit.history;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/**
 * One record of an account, recomputed.
 *
 * @param hash of the record
 * @param cause place in the inbox of the message or the close that caused it
 * @param knownAt when that message was written
 * @param closes by month: place in the inbox of the region's closes
 */
public record HistoryEntry(
        LedgerRecord record, Hash hash, long cause, Instant knownAt, Map<YearMonth, Long> closes) {}
