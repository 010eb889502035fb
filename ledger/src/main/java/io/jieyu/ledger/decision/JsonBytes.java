package io.jieyu.ledger.decision;

import io.jieyu.ledger.Hash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
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

    private static final int USUAL_SIZE = 2048;

    /** So many bytes an escaped byte needs at the most: \\u001f. */
    private static final int ESCAPED = 6;

    /** So many digits a long has at the most. */
    private static final int MOST_DIGITS = 19;

    private static final int DECIMAL = 10;
    private static final int HUNDRED = 100;

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
    void field(Name name, @Nullable Object value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** A field of a whole number. */
    void field(Name name, long value) {
        name(name);
        separate();
        number(value);
    }

    /** A field of a hash: 64 hexadecimal digits. */
    void field(Name name, Hash value) {
        name(name);
        makeRoom(2 * Hash.BYTES + 2);
        bytes[length++] = '"';
        hexadecimal(value.a());
        hexadecimal(value.b());
        hexadecimal(value.c());
        hexadecimal(value.d());
        bytes[length++] = '"';
        first = false;
    }

    /** The name of the field whose value comes next. */
    void name(Name name) {
        byte[] written = name.written;
        makeRoom(written.length);
        int skipped = first ? 1 : 0;
        System.arraycopy(written, skipped, bytes, length, written.length - skipped);
        length += written.length - skipped;
        first = true;
    }

    /** A field's name, written once for all records. */
    static final class Name {

        private final byte[] written;

        Name(String name) {
            written = (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
        }
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
            case String text -> text(text);
            case Long number -> {
                separate();
                number(number);
            }
            case Enum<?> word -> text(word.name());
            case LocalDate date when hasFourDigits(date.getYear()) -> {
                openText();
                yearAndMonth(date.getYear(), date.getMonthValue());
                append('-');
                twoDigits(date.getDayOfMonth());
                append('"');
            }
            case YearMonth month when hasFourDigits(month.getYear()) -> {
                openText();
                yearAndMonth(month.getYear(), month.getMonthValue());
                append('"');
            }
            case Temporal dateOrMonth -> text(dateOrMonth.toString());
            case Map<?, ?> object -> object(object);
            case List<?> list -> array(list);
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
        int size = text.length();
        makeRoom(size + 2);
        byte[] into = bytes;
        int at = length;
        into[at++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII || needsEscape(c)) {
                unusual(text);
                return;
            }
            into[at++] = (byte) c;
        }
        into[at++] = '"';
        length = at;
    }

    /** A text that is not written as it stands. */
    private void unusual(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(ESCAPED * utf8.length + 2);
        bytes[length++] = '"';
        for (byte b : utf8) {
            if (b >= 0 && needsEscape((char) b)) {
                escape(b);
            } else {
                bytes[length++] = b;
            }
        }
        bytes[length++] = '"';
    }

    private static boolean needsEscape(char ascii) {
        return ascii <= LAST_CONTROL || ascii == '"' || ascii == '\\';
    }

    /** As short as JSON allows, but for control characters, which have one form: their number. */
    private void escape(byte c) {
        bytes[length++] = '\\';
        if (c > LAST_CONTROL) {
            bytes[length++] = c;
            return;
        }
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[c >> 4];
        bytes[length++] = HEX[c & 0xf];
    }

    private void openText() {
        separate();
        append('"');
    }

    private static boolean hasFourDigits(int year) {
        return year >= 0 && year < HUNDRED * HUNDRED;
    }

    private void yearAndMonth(int year, int month) {
        twoDigits(year / HUNDRED);
        twoDigits(year % HUNDRED);
        append('-');
        twoDigits(month);
    }

    private void twoDigits(int number) {
        makeRoom(2);
        bytes[length++] = (byte) ('0' + number / DECIMAL);
        bytes[length++] = (byte) ('0' + number % DECIMAL);
    }

    private void number(long value) {
        if (value < 0) {
            ascii(Long.toString(value));
            return;
        }
        int digits = digits(value);
        makeRoom(digits);
        byte[] into = bytes;
        int end = length + digits;
        length = end;
        long left = value;
        while (left > Integer.MAX_VALUE) {
            into[--end] = (byte) ('0' + left % DECIMAL);
            left /= DECIMAL;
        }
        // most amounts are small, and small numbers are divided faster
        int small = (int) left;
        do {
            int tens = small / DECIMAL;
            into[--end] = (byte) ('0' + small - tens * DECIMAL);
            small = tens;
        } while (small != 0);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long next = DECIMAL; next <= value && digits < MOST_DIGITS; next *= DECIMAL) {
            digits++;
        }
        return digits;
    }

    private void hexadecimal(long value) {
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (value >>> shift) & 0xf];
        }
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
