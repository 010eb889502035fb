package io.jieyu.codec.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.ledger.Hash;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * The public key of somebody who signs notes: name and Ed25519 key, in the text form {@code
 * <name>+<id>+<base64 of 0x01 and the key>}.
 */
public final class NoteKey {

    static final byte ED25519 = 1;
    static final int KEY_BYTES = 32;
    static final int ID_BYTES = 4;

    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;

    NoteKey(String name, byte[] key) {
        this.name = name;
        this.key = key.clone();
    }

    /**
     * Reads the text form.
     *
     * @throws MalformedNote when it is none, or its id is not that of its key
     */
    public static NoteKey parse(String text) throws MalformedNote {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new MalformedNote(
                    "key \"" + text.strip() + "\" (expected: <name>+<id>+<base64>)");
        }
        byte[] bytes = base64(parts[2]);
        if (bytes.length != KEY_BYTES + 1 || bytes[0] != ED25519) {
            throw new MalformedNote("key of " + parts[0] + " (expected: an Ed25519 key)");
        }
        var parsed = new NoteKey(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!parsed.id().equals(parts[1].toLowerCase(Locale.ROOT))) {
            throw new MalformedNote(
                    "key id " + parts[1] + " of " + parts[0] + " (expected: " + parsed.id() + ")");
        }
        return parsed;
    }

    static byte[] base64(String text) throws MalformedNote {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("\"" + text + "\" (expected: base64)");
        }
    }

    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256 over name, newline, 0x01 and key; eight digits. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        var content = new ByteArrayOutputStream();
        content.writeBytes((name + "\n").getBytes(UTF_8));
        content.write(ED25519);
        content.writeBytes(key);
        var hash = new byte[Hash.BYTES];
        Hash.of(content.toByteArray()).writeTo(hash, 0);
        return Arrays.copyOf(hash, ID_BYTES);
    }

    /** Whether the signature over the text is of this key. */
    public boolean verifies(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public String toString() {
        var bytes = new byte[KEY_BYTES + 1];
        bytes[0] = ED25519;
        System.arraycopy(key, 0, bytes, 1, KEY_BYTES);
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that
                && name.equals(that.name)
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(key));
    }
}
