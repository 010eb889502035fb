package io.jieyu.account.reading;

import io.jieyu.ledger.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an account are wanted; null does not limit.
 *
 * @param year of the business date
 * @param after only entries with a greater sequence
 * @param limit how many at the most
 */
public record EntryFilter(
        @Nullable Integer year,
        @Nullable String kind,
        @Nullable Outcome outcome,
        long after,
        int limit) {}
