package io.jieyu.codec.tlog;

import io.jieyu.ledger.Hash;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What a tree came to (C2SP tlog-checkpoint).
 *
 * @param origin which tree it is
 * @param size number of leaves
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** The text of the note: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + base64(root) + "\n";
    }

    /**
     * Reads the text of a note; extension lines are passed over.
     *
     * @throws MalformedNote when it is no checkpoint
     */
    public static Checkpoint parse(String text) throws MalformedNote {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw new MalformedNote("checkpoint (expected: origin, size, root, a line each)");
        }
        if (!lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw new MalformedNote("size \"" + lines[1] + "\" (expected: a whole number)");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), hash(lines[2]));
    }

    static Hash hash(String base64) throws MalformedNote {
        byte[] bytes = NoteKey.base64(base64);
        if (bytes.length != Hash.BYTES) {
            throw new MalformedNote("hash \"" + base64 + "\" (expected: 32 bytes)");
        }
        return Hash.read(ByteBuffer.wrap(bytes));
    }

    static String base64(Hash hash) {
        var bytes = new byte[Hash.BYTES];
        hash.writeTo(bytes, 0);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
