package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.OutcomeBlock;
import io.jieyu.account.posting.stored.OutcomeIndex;
import io.jieyu.account.posting.stored.StoredHistory;
import io.jieyu.account.posting.stored.StoredOutcome;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.CaughtUp;
import io.jieyu.ledger.decision.Decision.Decided;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Recorded;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** What a partition remembers: where each history stands, and the outcome of every message. */
final class AccountStores {

    static final String HISTORIES = "histories";
    static final String OUTCOMES = "outcomes";

    private final KeyValueStore<String, byte[]> histories;
    private final KeyValueStore<String, byte[]> outcomes;

    AccountStores(ProcessorContext<?, ?> context) {
        this.histories = context.getStateStore(HISTORIES);
        this.outcomes = context.getStateStore(OUTCOMES);
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(builder(HISTORIES), builder(OUTCOMES));
    }

    /** A store on disk with its changelog. */
    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    ScopeMemory memory(String scope) {
        return memory(scope, histories.get(scope));
    }

    /** Of a scope whose row has been read. */
    ScopeMemory memory(String scope, byte @Nullable [] row) {
        return new ScopeMemory(scope, row, outcomes);
    }

    void remember(ScopeMemory before, Decided decided) {
        Recorded message = decided.message();
        remember(
                before,
                decided.after(),
                message.record().messageId(),
                message.answer(),
                decided.bindings());
    }

    /** Closes that a sweep has applied to the account. */
    void remember(ScopeMemory before, CaughtUp caughtUp) {
        remember(before, caughtUp.after(), null, null, caughtUp.bindings());
    }

    private void remember(
            ScopeMemory before,
            History after,
            @Nullable String messageId,
            @Nullable Answer answer,
            Map<String, Binding> bindings) {
        var rows = new Rows(before);
        var own = new StoredOutcome(messageId, answer, null, null);
        for (var bound : bindings.entrySet()) {
            var found = before.bound(bound.getKey());
            if (found != null) {
                rows.change(found.number(), found.row().bound(bound.getKey(), bound.getValue()));
            } else {
                rows.append(own.bound(bound.getKey(), bound.getValue()));
                own = StoredOutcome.NOTHING;
            }
        }
        if (own.messageId() != null) {
            rows.append(own);
        }
        histories.put(before.scope(), new StoredHistory(after, rows.index, rows.newest).write());
    }

    /** The outcomes of a scope while something is added to them. */
    private final class Rows {

        private final String scope;
        private OutcomeIndex index;
        private OutcomeBlock newest;

        Rows(ScopeMemory before) {
            this.scope = before.scope();
            this.index = before.stored().index();
            this.newest = before.stored().newest();
        }

        void append(StoredOutcome row) {
            if (index.isFull()) {
                outcomes.put(pageKey(scope, index.page()), index.write());
                index = index.nextPage();
            }
            int number = index.nextRow();
            index = index.with(row);
            newest = newest.plus(row);
            if (newest.isFull()) {
                outcomes.put(blockKey(scope, number), newest.write());
                newest = OutcomeBlock.EMPTY;
            }
        }

        void change(int number, StoredOutcome row) {
            if (index.isInNewestBlock(number)) {
                newest = newest.with(number, row);
            } else {
                String key = blockKey(scope, number);
                byte[] block = Objects.requireNonNull(outcomes.get(key), key);
                outcomes.put(key, OutcomeBlock.read(block).with(number, row).write());
            }
        }
    }

    /** Of the block in which the row is. */
    static String blockKey(String scope, int row) {
        return key(scope, Integer.toString(row / OutcomeBlock.ROWS));
    }

    static String pageKey(String scope, int page) {
        return key(scope, "index/" + page);
    }

    /** The accounts of the region behind that one, in their order. */
    KeyValueIterator<String, byte[]> accounts(String regionCode, String behind) {
        return accounts(histories, regionCode, behind);
    }

    static KeyValueIterator<String, byte[]> accounts(
            ReadOnlyKeyValueStore<String, byte[]> histories, String regionCode, String behind) {
        // an account's key is its region, a hyphen and the person; a dot follows the hyphen
        String from = behind.isEmpty() ? regionCode + "-" : behind + '\0';
        return histories.range(from, regionCode + ".");
    }

    /**
     * Of an account's history, in an order that keeps the account together; no scope has a zero
     * character.
     */
    static String key(String scope, String rest) {
        return scope + '\0' + rest;
    }
}
