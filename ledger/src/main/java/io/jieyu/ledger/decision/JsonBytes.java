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

    /** So many bytes a character needs at the most: \\u001f. */
    private static final int ESCAPED = 6;

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
        int most = ESCAPED * text.length() + 2;
        makeRoom(most);
        byte[] into = bytes;
        int at = length;
        into[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII) {
                length = at;
                escapedUtf8(text.substring(i));
                return;
            }
            if (c <= LAST_CONTROL || c == '"' || c == '\\') {
                at = escape(c, into, at);
            } else {
                into[at++] = (byte) c;
            }
        }
        into[at++] = '"';
        length = at;
    }

    private void escapedUtf8(String rest) {
        byte[] utf8 = rest.getBytes(StandardCharsets.UTF_8);
        makeRoom(ESCAPED * utf8.length + 1);
        int at = length;
        for (byte b : utf8) {
            if (b >= 0 && (b <= LAST_CONTROL || b == '"' || b == '\\')) {
                at = escape((char) b, bytes, at);
            } else {
                bytes[at++] = b;
            }
        }
        bytes[at++] = '"';
        length = at;
    }

    /** As short as JSON allows, but for control characters, which have one form: their number. */
    private static int escape(char c, byte[] into, int from) {
        int at = from;
        into[at++] = '\\';
        if (c > LAST_CONTROL) {
            into[at++] = (byte) c;
            return at;
        }
        into[at++] = 'u';
        into[at++] = '0';
        into[at++] = '0';
        into[at++] = HEX[c >> 4];
        into[at++] = HEX[c & 0xf];
        return at;
    }

    private void ascii(String text) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void append(char oneByte) {
        makeRoom(1);
        bytes[length++] = (byte) oneByte;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
