package io.jieyu.audit.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value is not the recomputed one.
 *
 * @param field path in the record, such as {@code postings[0].amountFen}
 * @param found null where it is missing
 * @param recomputed null where there should be none
 */
public record FieldDifference(String field, @Nullable String found, @Nullable String recomputed) {}
