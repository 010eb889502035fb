package io.jieyu.account.posting.stored;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a scope's outcomes that follow each other, each as it was written. The newest rows
 * wait in the scope's own row until they fill a block, which is then put beside the others at once.
 */
public final class OutcomeBlock {

    public static final OutcomeBlock EMPTY = new OutcomeBlock(List.of());

    /**
     * Rows of a full block: each message rewrites those that wait, and each full block is a record
     * of the changelog.
     */
    public static final int ROWS = 4;

    private final List<byte[]> rows;

    private OutcomeBlock(List<byte[]> rows) {
        this.rows = rows;
    }

    /** A block that was kept beside the others. */
    public static OutcomeBlock read(byte[] value) {
        return read(new ByteReader(value));
    }

    static OutcomeBlock read(ByteReader bytes) {
        int size = bytes.count();
        if (size == 0) {
            return EMPTY;
        }
        var rows = new ArrayList<byte[]>(ROWS);
        for (int i = 0; i < size; i++) {
            rows.add(bytes.block());
        }
        return new OutcomeBlock(rows);
    }

    public byte[] write() {
        var bytes = new ByteWriter();
        write(bytes);
        return bytes.toBytes();
    }

    void write(ByteWriter bytes) {
        bytes.number(rows.size());
        rows.forEach(bytes::block);
    }

    /** The row of this number, which is in this block. */
    public StoredOutcome row(int number) {
        return StoredOutcome.read(rows.get(number % ROWS));
    }

    /** The same with a row more. */
    public OutcomeBlock plus(StoredOutcome row) {
        var more = new ArrayList<byte[]>(ROWS);
        more.addAll(rows);
        more.add(row.write());
        return new OutcomeBlock(more);
    }

    /** The same with another row of this number, which is in this block. */
    public OutcomeBlock with(int number, StoredOutcome row) {
        var changed = new ArrayList<>(rows);
        changed.set(number % ROWS, row.write());
        return new OutcomeBlock(changed);
    }

    public boolean isFull() {
        return rows.size() == ROWS;
    }
}
