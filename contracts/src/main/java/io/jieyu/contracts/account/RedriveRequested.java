package io.jieyu.contracts.account;

import java.time.LocalDate;

/**
 * An operator asks that the parked messages of an account are tried again, in their order, after
 * the code that broke on them has been mended. It is no message of the rulebook: it changes no
 * account and has no ledger record.
 *
 * @param date the business date
 * @param requestedBy who asked
 */
public record RedriveRequested(LocalDate date, String requestedBy) {}
