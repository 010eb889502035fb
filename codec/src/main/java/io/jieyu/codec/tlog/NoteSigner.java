package io.jieyu.codec.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signs notes with an Ed25519 key; in the text form {@code PRIVATE+KEY+<name>+<id>+<base64 of 0x01
 * and the seed>}. The same note gets the same signature whenever it is signed.
 */
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int X509_PREFIX_BYTES = 12;

    private final NoteKey key;
    private final byte[] seed;

    private NoteSigner(String name, byte[] seed) {
        this.seed = seed;
        this.key = new NoteKey(name, publicKey(seed));
    }

    /** A new key. */
    public static NoteSigner generate(String name, SecureRandom random) {
        var seed = new byte[NoteKey.KEY_BYTES];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    /**
     * Reads the text form.
     *
     * @throws MalformedNote when it is none; the message holds nothing of the seed
     */
    public static NoteSigner parse(String text) throws MalformedNote {
        String[] parts =
                text.startsWith(PREFIX)
                        ? text.substring(PREFIX.length()).strip().split("\\+", 3)
                        : new String[0];
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new MalformedNote("signing key (expected: " + PREFIX + "<name>+<id>+<base64>)");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("signing key of " + parts[0] + " (expected: base64)");
        }
        if (bytes.length != NoteKey.KEY_BYTES + 1 || bytes[0] != NoteKey.ED25519) {
            throw new MalformedNote("signing key of " + parts[0] + " (expected: Ed25519)");
        }
        var signer = new NoteSigner(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!signer.key.id().equals(parts[1])) {
            throw new MalformedNote(
                    "signing key id " + parts[1] + " (expected: " + signer.key.id() + ")");
        }
        return signer;
    }

    /** The key that verifies. */
    public NoteKey key() {
        return key;
    }

    /** The text as a signed note; it ends in a newline. */
    public String sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey());
            ed25519.update(text.getBytes(UTF_8));
            byte[] signature = ed25519.sign();
            byte[] line = Arrays.copyOf(key.idBytes(), NoteKey.ID_BYTES + signature.length);
            System.arraycopy(signature, 0, line, NoteKey.ID_BYTES, signature.length);
            return text
                    + "\n"
                    + SignedNote.SIGNATURE
                    + key.name()
                    + " "
                    + Base64.getEncoder().encodeToString(line)
                    + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    /** The JDK derives a public key only while it makes a pair: it is made of this seed. */
    private static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
            pairs.initialize(NamedParameterSpec.ED25519, new Given(seed));
            byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, X509_PREFIX_BYTES, encoded.length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /** The seed in the place of chance. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** With the seed: to be written into the key file and nowhere else. */
    public String privateText() {
        var bytes = new byte[NoteKey.KEY_BYTES + 1];
        bytes[0] = NoteKey.ED25519;
        System.arraycopy(seed, 0, bytes, 1, NoteKey.KEY_BYTES);
        return PREFIX
                + key.name()
                + "+"
                + key.id()
                + "+"
                + Base64.getEncoder().encodeToString(bytes);
    }

    /** Without the seed. */
    @Override
    public String toString() {
        return "signer of " + key;
    }
}
