package io.jieyu.account.posting.streams;

import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyVersion;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The policy versions that a partition has accepted: in memory, and in a store from which they come
 * back.
 */
final class PublishedPolicies {

    private static final String POLICIES = "policies";

    private final KeyValueStore<String, byte[]> store;
    private final InboxReader reader;
    private @Nullable Policies policies;

    PublishedPolicies(ProcessorContext<?, ?> context, InboxReader reader) {
        this.store = context.getStateStore(POLICIES);
        this.reader = reader;
    }

    static StoreBuilder<?> builder() {
        return AccountStores.builder(POLICIES);
    }

    /** All of them; read back from the store at first need. */
    Policies known() {
        if (policies == null) {
            policies = stored();
        }
        return policies;
    }

    private Policies stored() {
        Policies read = Policies.NONE;
        try (var accepted = store.all()) {
            while (accepted.hasNext()) {
                var entry = accepted.next();
                read = read.plus(reader.policy(entry.value, Long.parseLong(entry.key)));
            }
        }
        return read;
    }

    /**
     * Adds an accepted version.
     *
     * @param message the value of the message that published it
     */
    void accept(PolicyVersion version, byte[] message) {
        policies = known().plus(version);
        store.put(key(version.position()), message);
    }

    private static String key(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }
}
