package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Hash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the values of the state stores; {@link ByteReader} reads them in the same order. */
public final class ByteWriter {

    private static final int USUAL_SIZE = 256;
    private static final int SEVEN_BITS = 0x7f;

    /** A long has ten groups of seven bits. */
    private static final int MOST_NUMBER_BYTES = 10;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int length;

    public ByteWriter raw(int oneByte) {
        makeRoom(1);
        bytes[length++] = (byte) oneByte;
        return this;
    }

    public ByteWriter truth(boolean value) {
        return raw(value ? 1 : 0);
    }

    /** A whole number in as few bytes as it needs; small ones, negative too, need one. */
    public ByteWriter number(long value) {
        makeRoom(MOST_NUMBER_BYTES);
        byte[] into = bytes;
        int at = length;
        long zigzag = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((zigzag & ~SEVEN_BITS) != 0) {
            into[at++] = (byte) ((zigzag & SEVEN_BITS) | (SEVEN_BITS + 1));
            zigzag >>>= 7;
        }
        into[at++] = (byte) zigzag;
        length = at;
        return this;
    }

    /** A word by its place in the enumeration: another word is another form of the stored value. */
    @SuppressWarnings("EnumOrdinal")
    public ByteWriter word(@Nullable Enum<?> word) {
        return raw(word == null ? -1 : word.ordinal());
    }

    public ByteWriter date(@Nullable LocalDate date) {
        return date == null ? truth(false) : truth(true).number(date.toEpochDay());
    }

    public ByteWriter month(@Nullable YearMonth month) {
        return month == null
                ? truth(false)
                : truth(true).number(month.getYear() * 12L + month.getMonthValue() - 1);
    }

    public ByteWriter text(@Nullable String text) {
        return text == null ? number(-1) : block(text.getBytes(StandardCharsets.UTF_8));
    }

    public ByteWriter block(byte[] block) {
        number(block.length);
        makeRoom(block.length);
        System.arraycopy(block, 0, bytes, length, block.length);
        length += block.length;
        return this;
    }

    public ByteWriter hash(Hash hash) {
        makeRoom(Hash.BYTES);
        hash.writeTo(bytes, length);
        length += Hash.BYTES;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
