package io.jieyu.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a message at its first bad field; the ledger turns it into the refusal {@link
 * RefusalCode#INVALID_FIELD}. It never leaves the core.
 */
public final class InvalidField extends Exception {

    private final transient Refusal refusal;

    InvalidField(String field, @Nullable Object value, String expected) {
        super(field, null, false, false);
        this.refusal = Refusal.ofField(RefusalCode.INVALID_FIELD, field, value, expected);
    }

    Refusal refusal() {
        return refusal;
    }
}
