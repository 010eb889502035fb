package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.ByteReader;
import io.jieyu.account.posting.stored.ByteWriter;
import io.jieyu.codec.InboxReader;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.policy.Policies;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What broadcasts have told a partition, policy versions and closes: in memory, and in a store from
 * which they come back in their order.
 */
final class Announcements {

    static final String ANNOUNCEMENTS = "announcements";
    private static final int POLICY = 1;
    private static final int CLOSE = 2;

    private final KeyValueStore<String, byte[]> store;
    private final InboxReader reader;
    private final Closes beginning;
    private final Map<Long, Long> timestamps = new HashMap<>();
    private @Nullable Announced announced;

    Announcements(ProcessorContext<?, ?> context, InboxReader reader, Closes beginning) {
        this.store = context.getStateStore(ANNOUNCEMENTS);
        this.reader = reader;
        this.beginning = beginning;
    }

    static StoreBuilder<?> builder() {
        return AccountStores.builder(ANNOUNCEMENTS);
    }

    /** All of them; read back from the store at first need. */
    Announced known() {
        if (announced == null) {
            announced = stored();
        }
        return announced;
    }

    private Announced stored() {
        return read(store, reader, beginning, timestamps);
    }

    /** What the store of a partition tells, in the order of the announcements. */
    static Announced read(
            ReadOnlyKeyValueStore<String, byte[]> store, InboxReader reader, Closes beginning) {
        return read(store, reader, beginning, new HashMap<>());
    }

    private static Announced read(
            ReadOnlyKeyValueStore<String, byte[]> store,
            InboxReader reader,
            Closes beginning,
            Map<Long, Long> timestamps) {
        Announced read = new Announced(Policies.NONE, beginning);
        try (var told = store.all()) {
            while (told.hasNext()) {
                var entry = told.next();
                var bytes = new ByteReader(entry.value);
                long position = Long.parseLong(entry.key);
                if (bytes.raw() == POLICY) {
                    var policy = reader.policy(bytes.block(), position);
                    read = new Announced(read.policies().plus(policy), read.closes());
                } else {
                    Close close = close(bytes, position, read.policies());
                    timestamps.put(position, bytes.number());
                    read = new Announced(read.policies(), read.closes().plus(close));
                }
            }
        }
        return read;
    }

    private static Close close(ByteReader bytes, long position, Policies policies) {
        return new Close(
                bytes.text(), bytes.month(), bytes.text(), bytes.day(), position, policies);
    }

    /**
     * A policy version was accepted.
     *
     * @param after what is known with it
     * @param message the value of the message that published it
     */
    void published(Announced after, long position, byte[] message) {
        announced = after;
        store.put(key(position), new ByteWriter().raw(POLICY).block(message).toBytes());
    }

    /** The time of the message that closed the month: that of every record that follows from it. */
    long timestamp(Close close) {
        known();
        return timestamps.getOrDefault(close.position(), 0L);
    }

    /** A close was accepted. */
    void closed(Announced after, Close close, long timestamp) {
        announced = after;
        timestamps.put(close.position(), timestamp);
        var bytes =
                new ByteWriter()
                        .raw(CLOSE)
                        .text(close.regionCode())
                        .month(close.period())
                        .text(close.messageId())
                        .date(close.date())
                        .number(timestamp);
        store.put(key(close.position()), bytes.toBytes());
    }

    private static String key(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }
}
