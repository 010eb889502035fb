package io.jieyu.contracts.account;

import java.time.LocalDate;

/**
 * What a deregistration moved to the pooled fund returns to the prior years (rulebook 6.25, 10.7).
 *
 * @param sweepId "<accountId>#<n>", as the account's record of the sweep names it
 */
public record SweepReversed(String accountId, LocalDate date, String sweepId) {}
