package io.jieyu.account.posting.streams;

import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyVersion;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The policy versions that a partition has accepted: in memory, and in a store from which they come
 * back.
 */
final class PublishedPolicies {

    private static final String POLICIES = "policies";

    private final KeyValueStore<String, byte[]> store;
    private Policies policies = Policies.NONE;

    /** Reads back what was accepted before. */
    PublishedPolicies(ProcessorContext<?, ?> context, InboxReader reader) {
        this.store = context.getStateStore(POLICIES);
        try (var accepted = store.all()) {
            accepted.forEachRemaining(entry ->
                    policies =
                            policies.plus(reader.policy(entry.value, Long.parseLong(entry.key))));
        }
    }

    static StoreBuilder<?> builder() {
        return AccountStores.builder(POLICIES);
    }

    Policies known() {
        return policies;
    }

    /**
     * Adds an accepted version.
     *
     * @param message the value of the message that published it
     */
    void accept(PolicyVersion version, byte[] message) {
        store.put(key(version.position()), message);
        policies = policies.plus(version);
    }

    private static String key(long position) {
        return "%019d".formatted(position);
    }
}
