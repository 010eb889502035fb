package io.jieyu.ledger.policy;

import java.util.Locale;

/**
 * One thing that is wrong with a document, as its author needs it.
 *
 * @param path such as {@code employerBands[1].rate}
 * @param value what stands there, as JSON writes it; {@code missing} when nothing does
 * @param expected what would have been accepted; empty where the value says it all
 */
public record Problem(String path, String value, String expected) {

    /** {@code path: value (expected: what)}. */
    @Override
    public String toString() {
        return expected.isEmpty()
                ? path + ": " + value
                : String.format(Locale.ROOT, "%s: %s (expected: %s)", path, value, expected);
    }
}
