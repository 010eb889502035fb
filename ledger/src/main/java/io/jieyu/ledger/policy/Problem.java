package io.jieyu.ledger.policy;

import java.util.Locale;
import java.util.Set;

/**
 * One thing that is wrong with a document, as its author needs it.
 *
 * @param path such as {@code employerBands[1].rate}
 * @param value what stands there, as JSON writes it; {@code missing} when nothing does
 * @param expected what would have been accepted; empty where the value says it all
 */
public record Problem(String path, String value, String expected) {

    private static final Set<String> OF_NO_VALUE =
            Set.of("missing", "unknown field", "no provenance");

    /**
     * The same problem with the value as the document's author wrote it, where it is about a value.
     */
    public Problem written(String value) {
        return OF_NO_VALUE.contains(this.value) ? this : new Problem(path, value, expected);
    }

    /** The top-level field in which it is. */
    String field() {
        return path.split("[.\\[]", 2)[0];
    }

    /** The same problem in a document that stands at a place of a larger one. */
    public Problem under(String place) {
        return new Problem(place + "." + path, value, expected);
    }

    /** {@code path: value (expected: what)}. */
    @Override
    public String toString() {
        return expected.isEmpty()
                ? path + ": " + value
                : String.format(Locale.ROOT, "%s: %s (expected: %s)", path, value, expected);
    }
}
