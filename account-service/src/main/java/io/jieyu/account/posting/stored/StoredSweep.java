package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.sealing.SealSums;
import io.jieyu.ledger.sealing.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How far the sweep of a close has come in a partition, as it lies in its store.
 *
 * @param expected accounts that existed when the month was closed
 * @param cursor the last account that was sealed; empty before the first
 * @param tree over the accounts sealed so far
 * @param sums over the same
 */
public record StoredSweep(long expected, String cursor, TreeHash tree, SealSums sums) {

    private static final byte FORM = 1;

    public static StoredSweep begun(long expected) {
        return new StoredSweep(expected, "", new TreeHash(), new SealSums());
    }

    public StoredSweep at(String sealedAccount) {
        return new StoredSweep(expected, sealedAccount, tree, sums);
    }

    public byte[] write() {
        var bytes = new ByteWriter().raw(FORM).number(expected).text(cursor).number(tree.size());
        bytes.number(tree.subtrees().size());
        tree.subtrees().forEach(bytes::hash);
        for (Map<String, Long> map : maps(sums)) {
            bytes.number(map.size());
            map.forEach((key, value) -> bytes.text(key).number(value));
        }
        return bytes.toBytes();
    }

    public static StoredSweep read(byte[] value) {
        var bytes = ByteReader.of("stored sweep", FORM, value);
        long expected = bytes.number();
        String cursor = bytes.text();
        long size = bytes.number();
        var subtrees = new ArrayList<Hash>();
        for (int left = bytes.count(); left > 0; left--) {
            subtrees.add(bytes.hash());
        }
        var sums = new SealSums();
        for (Map<String, Long> map : maps(sums)) {
            for (int left = bytes.count(); left > 0; left--) {
                map.put(bytes.text(), bytes.number());
            }
        }
        return new StoredSweep(expected, cursor, new TreeHash(size, subtrees), sums);
    }

    private static List<Map<String, Long>> maps(SealSums sums) {
        return List.of(
                sums.before(), sums.moved(), sums.byReason(), sums.persons(), sums.personsAfter());
    }
}
