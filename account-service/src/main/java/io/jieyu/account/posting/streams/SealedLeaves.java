package io.jieyu.account.posting.streams;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.decision.Close;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The leaves of the trees that sweeps have built, from which the path of any account can be told
 * later: 32 bytes an account, in tiles of 256.
 */
final class SealedLeaves {

    static final String LEAVES = "leaves";
    private static final int TILE = 256;

    private final KeyValueStore<String, byte[]> store;
    private final Close close;
    private final byte[] tile = new byte[TILE * Hash.BYTES];
    private long size;
    private boolean changed;

    /** Goes on behind the leaves that are there already. */
    SealedLeaves(KeyValueStore<String, byte[]> store, Close close, long size) {
        this.store = store;
        this.close = close;
        this.size = size;
        byte[] begun = size % TILE == 0 ? null : store.get(key(close, size / TILE));
        if (begun != null) {
            System.arraycopy(begun, 0, tile, 0, begun.length);
        }
    }

    static StoreBuilder<?> builder() {
        return AccountStores.builder(LEAVES);
    }

    void add(Hash leaf) {
        leaf.writeTo(tile, (int) (size % TILE) * Hash.BYTES);
        size++;
        changed = true;
        if (size % TILE == 0) {
            store.put(key(close, size / TILE - 1), tile.clone());
            changed = false;
        }
    }

    /** Writes the tile that is not full yet. */
    void keep() {
        if (changed) {
            int bytes = (int) (size % TILE) * Hash.BYTES;
            store.put(key(close, size / TILE), Arrays.copyOf(tile, bytes));
        }
    }

    /** The leaves of a close, in the order of the accounts; none when none were kept. */
    static void forEach(
            ReadOnlyKeyValueStore<String, byte[]> store, Close close, Consumer<Hash> action) {
        byte[] tile = store.get(key(close, 0));
        for (long number = 1; tile != null; number++) {
            var bytes = ByteBuffer.wrap(tile);
            while (bytes.hasRemaining()) {
                action.accept(Hash.read(bytes));
            }
            tile = store.get(key(close, number));
        }
    }

    private static String key(Close close, long number) {
        return String.format(Locale.ROOT, "%019d\0%09d", close.position(), number);
    }
}
