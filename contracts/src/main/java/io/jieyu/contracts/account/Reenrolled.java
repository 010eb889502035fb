package io.jieyu.contracts.account;

import java.time.LocalDate;

/**
 * A person who was deregistered, or whose account was swept, refunded or transferred, may
 * contribute again (rulebook 6.24).
 */
public record Reenrolled(String accountId, LocalDate date) {}
