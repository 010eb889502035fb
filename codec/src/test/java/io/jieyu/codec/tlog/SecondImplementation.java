package io.jieyu.codec.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Notes and proofs read by other means than ours: Bouncy Castle's signatures and hashes, the
 * recursive definitions of RFC 9162, and a few lines.
 */
final class SecondImplementation {

    private SecondImplementation() {}

    /** Whether the first signature of the note is of the key in the text form. */
    static boolean verifies(String note, String key) {
        int split = note.lastIndexOf("\n\n");
        byte[] text = note.substring(0, split + 1).getBytes(UTF_8);
        String base64 = note.substring(split + 2).split("\n", -1)[0].split(" ", -1)[2];
        byte[] signature = Base64.getDecoder().decode(base64);
        byte[] publicKey = Base64.getDecoder().decode(key.split("\\+", 3)[2]);
        byte[] name = (key.split("\\+", 3)[0] + "\n").getBytes(UTF_8);
        byte[] id = Arrays.copyOf(sha256(name, publicKey), 4);
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey, 1));
        verifier.update(text, 0, text.length);
        return Arrays.equals(id, Arrays.copyOf(signature, 4))
                && verifier.verifySignature(Arrays.copyOfRange(signature, 4, signature.length));
    }

    /** The Merkle tree hash of the leaves (RFC 9162 section 2.1.1). */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return sha256(new byte[] {0}, leaves.getFirst());
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return sha256(
                new byte[] {1},
                root(leaves.subList(0, half)),
                root(leaves.subList(half, leaves.size())));
    }

    /** The root that a leaf and its path lead to (RFC 9162 section 2.1.3.1, read backwards). */
    static byte[] root(byte[] leaf, long index, long size, List<byte[]> path) {
        if (size == 1) {
            return sha256(new byte[] {0}, leaf);
        }
        long half = Long.highestOneBit(size - 1);
        List<byte[]> below = path.subList(0, path.size() - 1);
        byte[] beside = path.getLast();
        return index < half
                ? sha256(new byte[] {1}, root(leaf, index, half, below), beside)
                : sha256(new byte[] {1}, beside, root(leaf, index - half, size - half, below));
    }

    private static byte[] sha256(byte[]... parts) {
        var digest = new SHA256Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
