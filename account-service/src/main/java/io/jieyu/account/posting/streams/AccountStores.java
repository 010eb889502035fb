package io.jieyu.account.posting.streams;

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
        OutcomeIndex index = before.index();
        var own = new StoredOutcome(messageId, answer, null, null);
        for (var bound : bindings.entrySet()) {
            var found = before.bound(bound.getKey());
            if (found != null) {
                StoredOutcome changed = found.row().bound(bound.getKey(), bound.getValue());
                outcomes.put(rowKey(before.scope(), found.number()), changed.write());
            } else {
                index = append(before.scope(), index, own.bound(bound.getKey(), bound.getValue()));
                own = StoredOutcome.NOTHING;
            }
        }
        if (own.messageId() != null) {
            index = append(before.scope(), index, own);
        }
        histories.put(before.scope(), new StoredHistory(after, index).write());
    }

    private OutcomeIndex append(String scope, OutcomeIndex index, StoredOutcome row) {
        OutcomeIndex page = index;
        if (index.isFull()) {
            outcomes.put(pageKey(scope, index.page()), index.write());
            page = index.nextPage();
        }
        outcomes.put(rowKey(scope, page.nextRow()), row.write());
        return page.with(row);
    }

    static String rowKey(String scope, int row) {
        return key(scope, Integer.toString(row));
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
