package io.jieyu.document;

import io.jieyu.ledger.policy.Problem;

/**
 * Something in a file that has to change.
 *
 * @param line from 1; 0 where it is not known
 * @param warning whether the document is used all the same
 */
public record FileProblem(String file, int line, Problem problem, boolean warning) {

    /** {@code file:line path: value (expected: what)}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (warning ? " warning: " : " ") + problem;
    }
}
