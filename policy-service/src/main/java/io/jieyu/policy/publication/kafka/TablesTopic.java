package io.jieyu.policy.publication.kafka;

import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.policy.publication.PolicyTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The published tables in memory, as their topic tells them. */
final class TablesTopic implements PolicyTables {

    private static final TopicPartition PARTITION =
            new TopicPartition(Topic.POLICY_TABLES.topicName(), 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, PolicyTable> tables = new ConcurrentSkipListMap<>();

    @Override
    public List<PolicyTable> all() {
        return List.copyOf(tables.values());
    }

    @Override
    public Optional<PolicyTable> of(String regionCode) {
        return Optional.ofNullable(tables.get(regionCode));
    }

    void from(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
    }

    /** Reads everything that is committed now. */
    void readToEnd(Consumer<String, byte[]> consumer) {
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (consumer.position(PARTITION) < end) {
            read(consumer);
        }
    }

    void read(Consumer<String, byte[]> consumer) {
        consumer.poll(POLL)
                .forEach(record ->
                        tables.put(record.key(), Json.read(record.value(), PolicyTable.class)));
    }
}
