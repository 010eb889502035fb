package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.StoredAnswer;
import io.jieyu.account.posting.stored.StoredBinding;
import io.jieyu.account.posting.stored.StoredHistory;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.CaughtUp;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Memory;
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

/**
 * What a partition remembers: where each history stands, every first answer, every bound business
 * key.
 */
final class AccountStores implements Memory {

    static final String HISTORIES = "histories";
    private static final String ANSWERS = "answers";
    static final String BINDINGS = "bindings";

    private final KeyValueStore<String, byte[]> histories;
    private final KeyValueStore<String, byte[]> answers;
    private final KeyValueStore<String, byte[]> bindings;

    AccountStores(ProcessorContext<?, ?> context) {
        this.histories = context.getStateStore(HISTORIES);
        this.answers = context.getStateStore(ANSWERS);
        this.bindings = context.getStateStore(BINDINGS);
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(builder(HISTORIES), builder(ANSWERS), builder(BINDINGS));
    }

    /** A store on disk with its changelog. */
    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    History history(String scope) {
        byte[] value = histories.get(scope);
        if (value == null) {
            return History.EMPTY;
        }
        return AccountId.isValid(scope)
                ? StoredHistory.read(AccountId.parse(scope), value)
                : StoredHistory.readBroadcasts(value);
    }

    void remember(Decision.Decided decided) {
        Recorded message = decided.message();
        String scope = message.record().accountId();
        histories.put(scope, StoredHistory.write(decided.after()));
        answers.put(key(scope, message.record().messageId()), StoredAnswer.write(message.answer()));
        remember(scope, decided.bindings());
    }

    /** Closes that a sweep has applied to the account. */
    void remember(String scope, CaughtUp caughtUp) {
        histories.put(scope, StoredHistory.write(caughtUp.after()));
        remember(scope, caughtUp.bindings());
    }

    private void remember(String scope, Map<String, Binding> changed) {
        changed.forEach(
                (key, binding) -> bindings.put(key(scope, key), StoredBinding.write(binding)));
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

    @Override
    public @Nullable Answer answer(String scope, String messageId) {
        byte[] value = answers.get(key(scope, messageId));
        return value == null ? null : StoredAnswer.read(value);
    }

    @Override
    public @Nullable Binding binding(String scope, String businessKey) {
        byte[] value = bindings.get(key(scope, businessKey));
        return value == null ? null : StoredBinding.read(value);
    }

    /**
     * Of an account's history, in an order that keeps the account together; no scope has a zero
     * character.
     */
    static String key(String scope, String rest) {
        return scope + '\0' + rest;
    }
}
