package io.jieyu.account.reading;

import java.util.Map;

/**
 * Sums over the whole ledger.
 *
 * @param ledgerAccounts fen by ledger account, in minus out
 * @param sumFen over all ledger accounts: 0, or something is wrong
 * @param regions fen by region and ledger account
 * @param accounts number of accounts that exist
 * @param outcomes number of messages by kind and outcome
 * @param refusals number of refused messages by code
 */
public record Totals(
        Map<String, Long> ledgerAccounts,
        long sumFen,
        Map<String, Map<String, Long>> regions,
        long accounts,
        Map<String, Map<String, Long>> outcomes,
        Map<String, Long> refusals) {}
