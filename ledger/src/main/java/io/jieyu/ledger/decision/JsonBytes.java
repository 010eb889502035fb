package io.jieyu.ledger.decision;

import io.jieyu.ledger.Hash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON without a choice: no blanks, no optional escapes, entries in the order in which they
 * are given. The JDK has no JSON writer, and the core has no dependency; this is as much of one as
 * a canonical form needs.
 */
final class JsonBytes {

    private static final int USUAL_SIZE = 1536;
    private static final int LAST_CONTROL = 0x1f;
    private static final int LAST_ASCII = 0x7f;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[USUAL_SIZE];
    private int length;
    private boolean first = true;

    void beginObject() {
        open('{');
    }

    void endObject() {
        close('}');
    }

    void beginArray() {
        open('[');
    }

    void endArray() {
        close(']');
    }

    /** The name of the field whose value comes next. */
    void name(String name) {
        separate();
        string(name);
        append(':');
        first = true;
    }

    /** A field; none when the value is null. */
    void field(String name, @Nullable Object value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** A field of a whole number. */
    void field(String name, long value) {
        name(name);
        separate();
        ascii(Long.toString(value));
    }

    /** The hash of a JSON object. */
    static Hash hash(Map<String, @Nullable Object> object) {
        var json = new JsonBytes();
        json.value(object);
        return Hash.of(json.bytes, json.length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> object(object);
            case List<?> list -> array(list);
            case String text -> text(text);
            case Enum<?> word -> text(word.name());
            case Temporal dateOrMonth -> text(dateOrMonth.toString());
            case Long number -> literal(number.toString());
            case Integer number -> literal(number.toString());
            case BigDecimal number -> literal(number.toString());
            case BigInteger number -> literal(number.toString());
            case Boolean truth -> literal(truth.toString());
            case null -> literal("null");
            default ->
                    throw new IllegalStateException(
                            value.getClass()
                                    + " (expected: a value of a JSON tree, a word, a date or a"
                                    + " month)");
        }
    }

    private void object(Map<?, ?> object) {
        beginObject();
        object.forEach((name, value) -> {
            name((String) name);
            value(value);
        });
        endObject();
    }

    private void array(List<?> list) {
        beginArray();
        list.forEach(this::value);
        endArray();
    }

    private void text(String text) {
        separate();
        string(text);
    }

    private void literal(String word) {
        separate();
        ascii(word);
    }

    private void open(char bracket) {
        separate();
        append(bracket);
        first = true;
    }

    private void close(char bracket) {
        append(bracket);
        first = false;
    }

    private void separate() {
        if (!first) {
            append(',');
        }
        first = false;
    }

    private void string(String text) {
        append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII) {
                escapedUtf8(text.substring(i));
                break;
            }
            character(c);
        }
        append('"');
    }

    private void escapedUtf8(String rest) {
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                append((char) (b & 0xff));
            } else {
                character((char) b);
            }
        }
    }

    private void character(char ascii) {
        if (ascii == '"' || ascii == '\\') {
            append('\\');
            append(ascii);
        } else if (ascii <= LAST_CONTROL) {
            ascii("\\u00");
            append((char) HEX[ascii >> 4]);
            append((char) HEX[ascii & 0xf]);
        } else {
            append(ascii);
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
    }

    private void append(char oneByte) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) oneByte;
    }
}
