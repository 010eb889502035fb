package io.jieyu.audit;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Topics in memory, which a test may damage. */
final class MemorySource implements TopicSource {

    private final Map<Topic, List<List<ConsumerRecord<String, byte[]>>>> topics =
            new EnumMap<>(Topic.class);
    private final Map<Integer, Long> posted = new HashMap<>();

    MemorySource(int partitions) {
        for (Topic topic :
                List.of(Topic.ACCOUNT_INBOX, Topic.ACCOUNT_LEDGER, Topic.ACCOUNT_SEALS)) {
            var lists = new ArrayList<List<ConsumerRecord<String, byte[]>>>();
            for (int i = 0; i < topic.partitions(partitions); i++) {
                lists.add(new ArrayList<>());
            }
            topics.put(topic, lists);
        }
    }

    /** The records of a partition, to be read and damaged. */
    List<ConsumerRecord<String, byte[]>> of(Topic topic, int partition) {
        return topics.get(topic).get(partition);
    }

    void drop(Topic topic, int partition) {
        topics.get(topic).remove(partition);
    }

    /** Appends a message; offsets have gaps, as transactions leave them. */
    ConsumerRecord<String, byte[]> append(
            Topic topic, int partition, String key, String id, String type, byte[] value) {
        List<ConsumerRecord<String, byte[]>> records = of(topic, partition);
        long offset = records.isEmpty() ? 3 : records.getLast().offset() + 2;
        var headers = new RecordHeaders();
        headers.add(CloudEvent.ID_HEADER, id.getBytes(StandardCharsets.UTF_8));
        headers.add(CloudEvent.TYPE_HEADER, type.getBytes(StandardCharsets.UTF_8));
        var record = record(topic, partition, offset, 1_000 + offset, key, headers, value);
        records.add(record);
        return record;
    }

    static ConsumerRecord<String, byte[]> record(
            Topic topic,
            int partition,
            long offset,
            long timestamp,
            String key,
            Headers headers,
            byte[] value) {
        return new ConsumerRecord<>(
                topic.topicName(),
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
    }

    /** The same record at another place, or with another value. */
    static ConsumerRecord<String, byte[]> like(
            ConsumerRecord<String, byte[]> record, long offset, byte[] value) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                offset,
                record.timestamp(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                record.key(),
                value,
                record.headers(),
                Optional.empty());
    }

    void postedUpTo(int partition, long offset) {
        posted.put(partition, offset);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public int partitions(Topic topic) {
        return topics.get(topic).size();
    }

    @Override
    public long records(Topic topic, int partition) {
        return of(topic, partition).size();
    }

    @Override
    public OptionalLong posted(int partition) {
        return posted.containsKey(partition)
                ? OptionalLong.of(posted.get(partition))
                : OptionalLong.empty();
    }

    @Override
    public RecordStream read(Topic topic, int partition) {
        Iterator<ConsumerRecord<String, byte[]>> records = of(topic, partition).iterator();
        return new RecordStream() {
            @Override
            public Optional<ConsumerRecord<String, byte[]>> next() {
                return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public ConsumerRecord<String, byte[]> at(Topic topic, int partition, long offset) {
        return of(topic, partition).stream()
                .filter(record -> record.offset() == offset)
                .findFirst()
                .orElseThrow(() -> new CannotDecide("no record at " + offset));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
