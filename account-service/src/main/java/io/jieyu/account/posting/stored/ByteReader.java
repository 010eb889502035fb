package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. */
public final class ByteReader {

    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a value whose first byte names its form.
     *
     * @throws IllegalStateException when it is another form
     */
    static ByteReader of(String what, int expectedForm, byte[] value) {
        var bytes = new ByteReader(value);
        int form = bytes.raw();
        if (form != expectedForm) {
            throw new IllegalStateException(
                    what + ": form " + form + " (expected: " + expectedForm + ")");
        }
        return bytes;
    }

    public int raw() {
        return bytes[at++];
    }

    public boolean truth() {
        return bytes[at++] != 0;
    }

    public long number() {
        long zigzag = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            zigzag |= (long) (next & SEVEN_BITS) << shift;
            shift += 7;
        } while (next < 0);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    public int count() {
        return Math.toIntExact(number());
    }

    public <E extends Enum<E>> @Nullable E optionalWord(E[] words) {
        int ordinal = raw();
        return ordinal < 0 ? null : words[ordinal];
    }

    public <E extends Enum<E>> E word(E[] words) {
        return words[raw()];
    }

    public @Nullable LocalDate date() {
        return truth() ? LocalDate.ofEpochDay(number()) : null;
    }

    /** A date that is there. */
    public LocalDate day() {
        raw();
        return LocalDate.ofEpochDay(number());
    }

    public @Nullable YearMonth optionalMonth() {
        return truth() ? month(number()) : null;
    }

    public YearMonth month() {
        raw();
        return month(number());
    }

    public @Nullable String optionalText() {
        int size = count();
        return size < 0 ? null : text(size);
    }

    public String text() {
        return text(count());
    }

    public byte[] block() {
        int size = count();
        int from = Objects.checkFromIndexSize(at, size, bytes.length);
        at += size;
        return Arrays.copyOfRange(bytes, from, at);
    }

    public Hash hash() {
        at += Hash.BYTES;
        return Hash.read(ByteBuffer.wrap(bytes, at - Hash.BYTES, Hash.BYTES));
    }

    private String text(int size) {
        at += size;
        return new String(bytes, at - size, size, StandardCharsets.UTF_8);
    }

    private static YearMonth month(long months) {
        return YearMonth.of((int) Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1);
    }
}
