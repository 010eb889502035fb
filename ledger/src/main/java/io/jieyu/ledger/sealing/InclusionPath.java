package io.jieyu.ledger.sealing;

import io.jieyu.ledger.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audit path of one leaf while the leaves come one by one (RFC 9162 section 2.1.3): the hashes
 * that lead from the leaf to the root. It keeps what a {@link TreeHash} keeps and the path.
 */
public final class InclusionPath {

    private static final int NOWHERE = -1;

    /** A complete subtree. */
    private record Subtree(Hash hash, long leaves, boolean holdsLeaf) {}

    private final List<Subtree> subtrees = new ArrayList<>();
    private final List<Hash> path = new ArrayList<>();
    private long size;
    private long index = NOWHERE;
    private @Nullable Hash wanted;

    /**
     * Adds the hash of the next leaf.
     *
     * @param isWanted whether it is the one whose path is asked for
     */
    public void add(Hash leaf, boolean isWanted) {
        if (isWanted) {
            index = size;
            wanted = leaf;
        }
        var subtree = new Subtree(leaf, 1, isWanted);
        while (!subtrees.isEmpty() && subtrees.getLast().leaves == subtree.leaves) {
            subtree = join(subtrees.removeLast(), subtree, path);
        }
        subtrees.add(subtree);
        size++;
    }

    private static Subtree join(Subtree left, Subtree right, List<Hash> path) {
        if (left.holdsLeaf) {
            path.add(right.hash);
        } else if (right.holdsLeaf) {
            path.add(left.hash);
        }
        return new Subtree(
                TreeHash.node(left.hash, right.hash),
                left.leaves + right.leaves,
                left.holdsLeaf || right.holdsLeaf);
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Number of the wanted leaf, from 0; empty when it did not come. */
    public Optional<Long> index() {
        return index == NOWHERE ? Optional.empty() : Optional.of(index);
    }

    /** The leaf whose path is asked for; empty when it did not come. */
    public Optional<Hash> wanted() {
        return Optional.ofNullable(wanted);
    }

    /** The hashes from the leaf's neighbour up to a child of the root; of the leaves so far. */
    public List<Hash> hashes() {
        var whole = new ArrayList<>(path);
        if (!subtrees.isEmpty()) {
            Subtree right = subtrees.getLast();
            for (int i = subtrees.size() - 2; i >= 0; i--) {
                right = join(subtrees.get(i), right, whole);
            }
        }
        return List.copyOf(whole);
    }

    /**
     * The root that a leaf and its path lead to (RFC 9162 section 2.1.3.2); empty when they can be
     * none of a tree of that size.
     */
    public static Optional<Hash> root(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash neighbour : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(neighbour, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = TreeHash.node(hash, neighbour);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }
}
