package io.jieyu.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A lawful no: the code, and what a person needs to repair the message.
 *
 * @param field the field that decided, in the words of the rulebook, or null where the state
 *     decided
 * @param value what was found there, or null when it was missing
 * @param expected what would have been accepted
 */
public record Refusal(
        RefusalCode code, @Nullable String field, @Nullable Object value, String expected) {

    public static Refusal ofField(
            RefusalCode code, String field, @Nullable Object value, String expected) {
        return new Refusal(code, field, value, expected);
    }

    public static Refusal ofState(RefusalCode code, String expected) {
        return new Refusal(code, null, null, expected);
    }
}
