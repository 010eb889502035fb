package io.jieyu.contracts.close;

import io.jieyu.ledger.Hash;
import java.time.YearMonth;
import java.util.Map;

/**
 * Every account of a partition has applied the close of a month: the partition's part of the
 * certificate.
 *
 * @param messageId the message that closed the month
 * @param partition of the inbox
 * @param offset of that message in it: the close's place in the partition's history
 * @param accountsExpected accounts of the region that existed at that place
 * @param accountsSealed accounts that have applied the close
 * @param root Merkle tree hash over them in the order of their ids (RFC 9162 section 2.1)
 * @param before fen by person bucket before the close; RECEIVABLE is negative
 * @param moved fen by ledger account that the close posted, in less out
 * @param after fen by person bucket after the close
 * @param byReason fen that the close posted, by reason
 * @param persons accounts by participation before the close, or CLOSED
 * @param personsAfter the same after it
 */
public record MonthSealed(
        String regionCode,
        YearMonth period,
        String messageId,
        int partition,
        long offset,
        long accountsExpected,
        long accountsSealed,
        Hash root,
        Map<String, Long> before,
        Map<String, Long> moved,
        Map<String, Long> after,
        Map<String, Long> byReason,
        Map<String, Long> persons,
        Map<String, Long> personsAfter) {}
