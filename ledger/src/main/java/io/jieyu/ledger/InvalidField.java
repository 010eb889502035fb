package io.jieyu.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a message at its first bad field; the ledger turns it into the refusal {@link
 * RefusalCode#INVALID_FIELD}. It never leaves the core.
 */
public final class InvalidField extends Exception {

    private static final int LONGEST_SHOWN = 100;

    private final transient Refusal refusal;

    /**
     * The first bad field.
     *
     * @param value what stood there; a long text is cut, an object or a list is named only
     */
    public InvalidField(String field, @Nullable Object value, String expected) {
        super(field, null, false, false);
        this.refusal = Refusal.ofField(RefusalCode.INVALID_FIELD, field, shown(value), expected);
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case String text when text.length() > LONGEST_SHOWN ->
                    text.substring(0, LONGEST_SHOWN) + "…";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case null, default -> value;
        };
    }

    public Refusal refusal() {
        return refusal;
    }
}
