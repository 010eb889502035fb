package io.jieyu.ledger.sealing;

import io.jieyu.ledger.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree hash of a list of leaves that comes one by one (RFC 9162 section 2.1, SHA-256):
 * it keeps one hash for each complete subtree, so that a list of any length needs a few only.
 */
public final class TreeHash {

    private static final byte[] NOTHING = new byte[0];
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<Hash> subtrees = new ArrayList<>();
    private long size;

    /** An empty tree. */
    public TreeHash() {}

    /** A tree as {@link #size} and {@link #subtrees} told it. */
    public TreeHash(long size, List<Hash> subtrees) {
        if (Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException(
                    subtrees.size() + " subtrees (expected: those of " + size + " leaves)");
        }
        this.size = size;
        this.subtrees.addAll(subtrees);
    }

    /** The hash of a leaf with this content. */
    public static Hash leaf(byte[] content) {
        var bytes = new byte[content.length + 1];
        bytes[0] = LEAF;
        System.arraycopy(content, 0, bytes, 1, content.length);
        return Hash.of(bytes);
    }

    /** Adds the hash of the next leaf. */
    public void add(Hash leaf) {
        Hash subtree = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            subtree = node(subtrees.removeLast(), subtree);
        }
        subtrees.add(subtree);
        size++;
    }

    /** The hash of all leaves so far. */
    public Hash root() {
        if (subtrees.isEmpty()) {
            return Hash.of(NOTHING);
        }
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = node(subtrees.get(i), root);
        }
        return root;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** The hashes of the complete subtrees, largest first. */
    public List<Hash> subtrees() {
        return List.copyOf(subtrees);
    }

    static Hash node(Hash left, Hash right) {
        var bytes = new byte[1 + 2 * Hash.BYTES];
        bytes[0] = NODE;
        left.writeTo(bytes, 1);
        right.writeTo(bytes, 1 + Hash.BYTES);
        return Hash.of(bytes);
    }
}
