package io.jieyu.policy.publication.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.policy.publication.PolicyState;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The tables, the drafts and the closed months in memory, as their topics tell them. */
final class PolicyTopics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyTopics.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<TopicPartition> PARTITIONS =
            Stream.of(Topic.POLICY_TABLES, Topic.POLICY_CHANGES, Topic.ACCOUNT_SEALS)
                    .map(topic -> new TopicPartition(topic.topicName(), 0))
                    .toList();

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Map<String, PolicyTable> tables = new ConcurrentHashMap<>();
    private final Map<String, PolicyDraft> drafts = new ConcurrentHashMap<>();
    private final Map<String, YearMonth> lastClosed = new ConcurrentHashMap<>();
    private @Nullable Consumer<String, byte[]> consumer;

    PolicyTopics(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    PolicyState state() {
        return new PolicyState(tables, drafts, lastClosed);
    }

    /** Reads everything that is committed now. */
    synchronized void catchUp() {
        Consumer<String, byte[]> reading = open();
        Map<TopicPartition, Long> ends = reading.endOffsets(PARTITIONS);
        while (ends.entrySet().stream()
                .anyMatch(end -> reading.position(end.getKey()) < end.getValue())) {
            read(reading);
        }
    }

    /** Reads what has come since. */
    synchronized void follow() {
        read(open());
    }

    private Consumer<String, byte[]> open() {
        Consumer<String, byte[]> reading = consumer;
        if (reading == null) {
            reading = consumers.get();
            reading.assign(PARTITIONS);
            reading.seekToBeginning(PARTITIONS);
            consumer = reading;
        }
        return reading;
    }

    private void read(Consumer<String, byte[]> reading) {
        try {
            reading.poll(POLL).forEach(this::take);
        } catch (KafkaException away) {
            close();
            throw away;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            apply(record);
        } catch (JacksonException foreign) {
            // What nobody of ours wrote stops nobody.
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .log("a record that cannot be read is passed over");
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        if (MessageType.POLICY_TABLE.ceType().equals(type)) {
            tables.put(record.key(), Json.read(record.value(), PolicyTable.class));
        } else if (MessageType.POLICY_DRAFT.ceType().equals(type)) {
            drafts.put(record.key(), Json.read(record.value(), PolicyDraft.class));
        } else if (MessageType.MONTH_SEALED.ceType().equals(type)) {
            var sealed = Json.read(record.value(), MonthSealed.class);
            closed(sealed.regionCode(), sealed.period());
        } else if (MessageType.CLOSE_PROGRESSED.ceType().equals(type)) {
            var progressed = Json.read(record.value(), CloseProgressed.class);
            closed(progressed.regionCode(), progressed.period());
        }
    }

    private void closed(String regionCode, YearMonth period) {
        lastClosed.merge(regionCode, period, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
