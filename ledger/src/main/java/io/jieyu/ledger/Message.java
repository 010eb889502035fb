package io.jieyu.ledger;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of an account's ordered history, its fields not yet checked: a bad field is an
 * outcome ({@link RefusalCode#INVALID_FIELD}), and a known id answers before any field is read
 * (rulebook 5.2).
 *
 * @param messageId given by the sender, unique within the account, kept for ever
 * @param kind of the message catalogue (rulebook 6), such as {@code contribution}; what is not in
 *     the catalogue is refused
 * @param scope the account id whose history this is, or {@code broadcast/<partition>} for
 *     broadcasts
 * @param position its place in the ordered history; grows, may have gaps
 * @param fields the message as a JSON tree: Map, List, String, Long, BigDecimal, Boolean, null;
 *     {@code date} among them
 * @param unreadable why the message could not be read as an object of fields; null when it could
 */
public record Message(
        String messageId,
        String kind,
        String scope,
        long position,
        Map<String, @Nullable Object> fields,
        @Nullable Refusal unreadable) {

    public Message {
        if (messageId.isEmpty() || kind.isEmpty() || scope.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "message: id \"%s\", kind \"%s\", scope \"%s\" (expected: none empty)",
                            messageId,
                            kind,
                            scope));
        }
    }

    /** A message whose value is an object of fields. */
    public static Message of(
            String messageId,
            String kind,
            String scope,
            long position,
            Map<String, @Nullable Object> fields) {
        return new Message(messageId, kind, scope, position, fields, null);
    }

    /** A message of which only this much could be read. */
    public static Message unreadable(
            String messageId, String kind, String scope, long position, Refusal why) {
        return new Message(messageId, kind, scope, position, Map.of(), why);
    }
}
