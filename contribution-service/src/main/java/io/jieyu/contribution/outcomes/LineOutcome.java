package io.jieyu.contribution.outcomes;

import io.jieyu.contracts.contribution.LineError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param lineNumber its place in the batch; null when it came in none
 * @param code why the ledger refused it
 * @param expected what the ledger would have accepted; what a held line waits for
 * @param duplicateOf id of the line that was credited
 * @param errors why the intake rejected it
 * @param entry where the ledger's entry is explained
 */
public record LineOutcome(
        @Nullable Integer lineNumber,
        @Nullable String messageId,
        @Nullable String accountId,
        LineState state,
        @Nullable String code,
        @Nullable String expected,
        @Nullable String duplicateOf,
        @Nullable List<LineError> errors,
        @Nullable String entry) {}
