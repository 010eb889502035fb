package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.ByteReader;
import io.jieyu.account.posting.stored.ByteWriter;
import io.jieyu.account.posting.stored.StoredSeal;
import io.jieyu.account.posting.stored.StoredSweep;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.CaughtUp;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.sealing.AccountSeal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the closes of a partition to every account of their region, in chunks: the place that a
 * sweep has reached is in a store, so no crash loses it. An account that a message reaches first
 * has applied the close already, with the same result; the sweep finds what it did in a store.
 */
final class Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    private static final String SWEEPS = "sweeps";
    private static final String SEALS = "seals";
    private static final String COUNTS = "counts";

    private final AccountStores stores;
    private final Ledger ledger;
    private final KeyValueStore<String, byte[]> sweeps;
    private final KeyValueStore<String, byte[]> seals;
    private final KeyValueStore<String, byte[]> counts;
    private final KeyValueStore<String, byte[]> leaves;
    private @Nullable Deque<Close> running;
    private @Nullable String brokenAt;

    Sweeps(ProcessorContext<?, ?> context, AccountStores stores, Ledger ledger) {
        this.stores = stores;
        this.ledger = ledger;
        this.sweeps = context.getStateStore(SWEEPS);
        this.seals = context.getStateStore(SEALS);
        this.counts = context.getStateStore(COUNTS);
        this.leaves = context.getStateStore(SealedLeaves.LEAVES);
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                AccountStores.builder(SWEEPS),
                AccountStores.builder(SEALS),
                AccountStores.builder(COUNTS),
                SealedLeaves.builder());
    }

    /** What a chunk tells of its work. */
    interface Listener {

        /** An account has applied closes: its records are to be sent. */
        void caughtUp(CaughtUp caughtUp);

        /** The sweep will go on later. */
        void paused(Close close, StoredSweep sweep);

        /** Every account of the partition has applied the close. */
        void sealed(Close close, StoredSweep sweep);
    }

    /** An account of the region was opened: it is expected at every close from now on. */
    void opened(AccountId id) {
        counts.put(
                id.regionCode(), new ByteWriter().number(accounts(id.regionCode()) + 1).toBytes());
    }

    private long accounts(String regionCode) {
        byte[] count = counts.get(regionCode);
        return count == null ? 0 : new ByteReader(count).number();
    }

    /** A month was closed: every account of its region that exists now is to be sealed. */
    StoredSweep begin(Close close, Announcements announcements) {
        StoredSweep begun = StoredSweep.begun(accounts(close.regionCode()));
        running(announcements).add(close);
        sweeps.put(key(close), begun.write());
        return begun;
    }

    /** A message has come before the sweep: what the closes did is kept for it. */
    void keep(String scope, CaughtUp caughtUp) {
        for (Applied applied : caughtUp.applied()) {
            keep(scope, applied);
        }
    }

    private void keep(String scope, Applied applied) {
        seals.put(sealKey(applied.close(), scope), StoredSeal.write(AccountSeal.of(applied)));
    }

    boolean isIdle(Announcements announcements) {
        return running(announcements).isEmpty();
    }

    /**
     * Goes on with the oldest sweep until there is no more time, nothing more to do, or an account
     * that cannot go on.
     *
     * @param waits whether messages of the account are parked: it has to wait for them
     */
    void goOn(
            Announcements announcements,
            Predicate<String> waits,
            BooleanSupplier hasTime,
            Listener listener) {
        Close close = running(announcements).peek();
        if (close == null) {
            return;
        }
        StoredSweep sweep = StoredSweep.read(sweeps.get(key(close)));
        var tiles = new SealedLeaves(leaves, close, sweep.tree().size());
        boolean ended = false;
        String cursor = sweep.cursor();
        try (var accounts = stores.accounts(close.regionCode(), cursor)) {
            while (true) {
                if (!accounts.hasNext()) {
                    ended = true;
                    break;
                }
                if (!hasTime.getAsBoolean()) {
                    break;
                }
                var entry = accounts.next();
                if (waits.test(entry.key)) {
                    break;
                }
                if (!visited(close, entry, sweep, tiles, announcements, listener)) {
                    break;
                }
                cursor = entry.key;
            }
        }
        tiles.keep();
        if (ended) {
            sweeps.delete(key(close));
            running(announcements).remove();
            listener.sealed(close, sweep.at(cursor));
        } else {
            StoredSweep paused = sweep.at(cursor);
            sweeps.put(key(close), paused.write());
            listener.paused(close, paused);
        }
    }

    /** False when the code broke on the account; nothing has happened then. */
    private boolean visited(
            Close close,
            KeyValue<String, byte[]> account,
            StoredSweep sweep,
            SealedLeaves tiles,
            Announcements announcements,
            Listener listener) {
        String scope = account.key;
        ScopeMemory memory = stores.memory(scope, account.value);
        CaughtUp caughtUp;
        try {
            caughtUp = ledger.catchUp(memory.history(), scope, memory, announcements.known());
        } catch (KafkaException outage) {
            throw outage;
        } catch (RuntimeException bug) {
            if (!scope.equals(brokenAt)) {
                LOG.atError()
                        .addKeyValue("close", close.messageId())
                        .setCause(bug)
                        .log("sweep waits");
                brokenAt = scope;
            }
            return false;
        }
        AccountSeal sealed = null;
        if (!caughtUp.applied().isEmpty()) {
            stores.remember(memory, caughtUp);
            for (Applied applied : caughtUp.applied()) {
                if (applied.close().position() == close.position()) {
                    sealed = AccountSeal.of(applied);
                } else {
                    keep(scope, applied);
                }
            }
            listener.caughtUp(caughtUp);
        }
        if (sealed == null) {
            sealed = kept(close, scope);
        }
        if (sealed != null) {
            sweep.tree().add(sealed.leaf());
            tiles.add(sealed.leaf());
            sweep.sums().add(sealed);
        }
        return true;
    }

    /**
     * What a message that came first has left; null when the account was opened after the close.
     */
    private @Nullable AccountSeal kept(Close close, String scope) {
        String key = sealKey(close, scope);
        byte[] kept = seals.get(key);
        if (kept == null) {
            return null;
        }
        seals.delete(key);
        return StoredSeal.read(kept);
    }

    /** The sweeps that have not ended, oldest first; read back from the store at first need. */
    private Deque<Close> running(Announcements announcements) {
        if (running == null) {
            var found = new ArrayDeque<Close>();
            try (var stored = sweeps.all()) {
                stored.forEachRemaining(entry -> found.add(close(entry.key, announcements)));
            }
            running = found;
        }
        return running;
    }

    private static Close close(String key, Announcements announcements) {
        String regionCode = key.substring(key.indexOf('\0') + 1);
        long position = Long.parseLong(key.substring(0, key.indexOf('\0')));
        return announcements.known().closes().of(regionCode).stream()
                .filter(close -> close.position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sweep of an unknown close: " + key));
    }

    private static String key(Close close) {
        return String.format(Locale.ROOT, "%019d\0%s", close.position(), close.regionCode());
    }

    private static String sealKey(Close close, String scope) {
        return close.position() + "\0" + scope;
    }
}
