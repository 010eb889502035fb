package io.jieyu.account.posting.stored;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In which rows of a scope's outcomes a message id or a business key may stand: two bytes of the
 * hash of each, in the order of the rows. An id or a key that it does not find is new; one that it
 * finds may be another with the same two bytes, which the row tells. A full page is kept beside the
 * rows, and the next one begins.
 */
public final class OutcomeIndex {

    public static final OutcomeIndex EMPTY = new OutcomeIndex(0, new byte[0]);

    /** What a row is found by. */
    public enum By {
        MESSAGE_ID(0),
        BUSINESS_KEY(2);

        private final int offset;

        By(int offset) {
            this.offset = offset;
        }

        public @Nullable String of(StoredOutcome row) {
            return this == MESSAGE_ID ? row.messageId() : row.businessKey();
        }
    }

    static final int PAGE_ROWS = 256;
    private static final int ROW_BYTES = 4;

    private final int page;
    private final byte[] marks;

    private OutcomeIndex(int page, byte[] marks) {
        this.page = page;
        this.marks = marks;
    }

    /** A page that was kept beside the rows. */
    public static OutcomeIndex read(byte[] value) {
        return read(new ByteReader(value));
    }

    static OutcomeIndex read(ByteReader bytes) {
        int page = bytes.count();
        return new OutcomeIndex(page, bytes.block());
    }

    public byte[] write() {
        var bytes = new ByteWriter();
        write(bytes);
        return bytes.toBytes();
    }

    void write(ByteWriter bytes) {
        bytes.number(page).block(marks);
    }

    /** The number of this page; the pages before it have the numbers from 0 on. */
    public int page() {
        return page;
    }

    public boolean isFull() {
        return marks.length == PAGE_ROWS * ROW_BYTES;
    }

    /** The page after a full one. */
    public OutcomeIndex nextPage() {
        return new OutcomeIndex(page + 1, EMPTY.marks);
    }

    /** The number of the next row. */
    public int nextRow() {
        return page * PAGE_ROWS + marks.length / ROW_BYTES;
    }

    /** Whether the row is in the block that is not full yet. */
    public boolean isInNewestBlock(int row) {
        return row / OutcomeBlock.ROWS == nextRow() / OutcomeBlock.ROWS;
    }

    /** With the next row. */
    public OutcomeIndex with(StoredOutcome row) {
        byte[] more = Arrays.copyOf(marks, marks.length + ROW_BYTES);
        for (By by : By.values()) {
            int mark = mark(by.of(row));
            more[marks.length + by.offset] = (byte) (mark >> Byte.SIZE);
            more[marks.length + by.offset + 1] = (byte) mark;
        }
        return new OutcomeIndex(page, more);
    }

    /** The first row of this page behind that one which may be the wanted; -1 when none may. */
    public int rowBehind(int row, By by, String wanted) {
        int mark = mark(wanted);
        byte high = (byte) (mark >> Byte.SIZE);
        byte low = (byte) mark;
        int first = Math.max(0, row + 1 - page * PAGE_ROWS);
        for (int at = first * ROW_BYTES + by.offset; at < marks.length; at += ROW_BYTES) {
            if (marks[at] == high && marks[at + 1] == low) {
                return page * PAGE_ROWS + at / ROW_BYTES;
            }
        }
        return -1;
    }

    /** Never 0 of a text, so that a row without one is not asked. */
    private static int mark(@Nullable String text) {
        return text == null ? 0 : Math.max(1, (text.hashCode() * 0x9e3779b9) >>> Short.SIZE);
    }
}
