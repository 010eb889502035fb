package io.jieyu.ledger.decision;

import io.jieyu.ledger.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * One close that an account has applied.
 *
 * @param before the account until then
 * @param account the account from then on
 * @param after where its history stands then
 * @param recorded its record; null when the close only noted the month
 */
public record Applied(
        Close close, Account before, Account account, History after, @Nullable Recorded recorded) {}
