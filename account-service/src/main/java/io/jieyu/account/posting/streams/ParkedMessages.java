package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.ByteReader;
import io.jieyu.account.posting.stored.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait because the code broke on one of them: all of their account, in their order,
 * until an operator has them tried again. No other account waits.
 */
final class ParkedMessages {

    /** One of them, as it stood in the inbox. */
    record Parked(long offset, Record<String, byte[]> inbox) {}

    private static final String PARKED = "parked";

    private final KeyValueStore<String, byte[]> store;
    private @Nullable Map<String, Integer> counts;

    ParkedMessages(ProcessorContext<?, ?> context) {
        this.store = context.getStateStore(PARKED);
    }

    /** How many wait, by scope; counted in the store at first need. */
    private Map<String, Integer> counts() {
        if (counts == null) {
            var counted = new ConcurrentHashMap<String, Integer>();
            try (var parked = store.all()) {
                parked.forEachRemaining(entry ->
                        counted.merge(
                                entry.key.substring(0, entry.key.indexOf('\0')), 1, Integer::sum));
            }
            counts = counted;
        }
        return counts;
    }

    static StoreBuilder<?> builder() {
        return AccountStores.builder(PARKED);
    }

    boolean waitsFor(String scope) {
        return counts().containsKey(scope);
    }

    int count() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    void park(String scope, Parked message) {
        counts().merge(scope, 1, Integer::sum);
        store.put(key(scope, message.offset), write(message.inbox));
    }

    /** Those of the scope, oldest first. */
    List<Parked> of(String scope) {
        var found = new ArrayList<Parked>();
        try (var range = store.range(key(scope, 0), key(scope, Long.MAX_VALUE))) {
            range.forEachRemaining(entry -> {
                long offset = Long.parseLong(entry.key.substring(entry.key.indexOf('\0') + 1));
                found.add(new Parked(offset, read(entry.value)));
            });
        }
        return found;
    }

    void release(String scope, Parked message) {
        store.delete(key(scope, message.offset));
        counts().computeIfPresent(scope, (_, count) -> count == 1 ? null : count - 1);
    }

    private static String key(String scope, long offset) {
        return AccountStores.key(scope, String.format(Locale.ROOT, "%019d", offset));
    }

    private static byte[] write(Record<String, byte[]> inbox) {
        var bytes = new ByteWriter().number(inbox.timestamp()).text(inbox.key());
        Header[] headers = inbox.headers().toArray();
        bytes.number(headers.length);
        for (Header header : headers) {
            bytes.text(header.key()).block(header.value() == null ? new byte[0] : header.value());
        }
        bytes.truth(inbox.value() != null);
        if (inbox.value() != null) {
            bytes.block(inbox.value());
        }
        return bytes.toBytes();
    }

    private static Record<String, byte[]> read(byte[] value) {
        var bytes = new ByteReader(value);
        long timestamp = bytes.number();
        String key = bytes.optionalText();
        var headers = new RecordHeaders();
        for (int left = bytes.count(); left > 0; left--) {
            headers.add(bytes.text(), bytes.block());
        }
        return new Record<>(key, bytes.truth() ? bytes.block() : null, timestamp, headers);
    }
}
