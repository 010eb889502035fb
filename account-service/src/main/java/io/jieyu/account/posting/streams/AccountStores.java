package io.jieyu.account.posting.streams;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.Binding;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Memory;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * What a partition remembers: where each history stands, every first answer, every bound business
 * key.
 */
final class AccountStores implements Memory {

    private static final String HISTORIES = "histories";
    private static final String ANSWERS = "answers";
    private static final String BINDINGS = "bindings";

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

    void remember(Decision.Recorded decision) {
        String scope = decision.record().accountId();
        histories.put(scope, StoredHistory.write(decision.after()));
        answers.put(
                key(scope, decision.record().messageId()), StoredAnswer.write(decision.answer()));
        if (decision.businessKey() != null && decision.binding() != null) {
            Binding binding = decision.binding();
            byte[] value =
                    new ByteWriter().text(binding.messageId()).hash(binding.content()).toBytes();
            bindings.put(key(scope, decision.businessKey()), value);
        }
    }

    @Override
    public @Nullable Answer answer(String scope, String messageId) {
        byte[] value = answers.get(key(scope, messageId));
        return value == null ? null : StoredAnswer.read(value);
    }

    @Override
    public @Nullable Binding binding(String scope, String businessKey) {
        byte[] value = bindings.get(key(scope, businessKey));
        if (value == null) {
            return null;
        }
        var bytes = new ByteReader(value);
        return new Binding(bytes.text(), bytes.hash());
    }

    /**
     * Of an account's history, in an order that keeps the account together; no scope has a zero
     * character.
     */
    static String key(String scope, String rest) {
        return scope + '\0' + rest;
    }
}
