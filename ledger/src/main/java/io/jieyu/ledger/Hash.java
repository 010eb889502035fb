package io.jieyu.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest as a value: four words, compared and stored without an array. */
public record Hash(long a, long b, long c, long d) {

    /** Stands before the first record of a chain. */
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    /** Length of a hash. */
    public static final int BYTES = 32;

    // Looked up once; a copy of an unused digest costs next to nothing.
    private static final MessageDigest SHA_256 = newSha256();

    public static Hash of(byte[] content) {
        return of(content, content.length);
    }

    /** The digest of the first {@code length} bytes. */
    public static Hash of(byte[] content, int length) {
        MessageDigest sha256 = sha256();
        sha256.update(content, 0, length);
        return read(ByteBuffer.wrap(sha256.digest()));
    }

    public static Hash of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the next 32 bytes. */
    public static Hash read(ByteBuffer bytes) {
        return new Hash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Writes the 32 bytes into an array. */
    public void writeTo(byte[] bytes, int offset) {
        ByteBuffer.wrap(bytes, offset, BYTES).putLong(a).putLong(b).putLong(c).putLong(d);
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Hash parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "hash: \"" + hex + "\" (expected: 64 hexadecimal digits)");
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /** As written in records: 64 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", impossible);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
