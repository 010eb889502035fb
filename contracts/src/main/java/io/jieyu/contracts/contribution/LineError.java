package io.jieyu.contracts.contribution;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a line, as a person needs it to repair the line.
 *
 * @param code stable, such as INVALID_FIELD
 * @param field null when the line as a whole is wrong
 * @param value what stood there, as text; null when it was missing
 * @param expected what would have been accepted
 */
public record LineError(
        String code, @Nullable String field, @Nullable String value, String expected) {}
