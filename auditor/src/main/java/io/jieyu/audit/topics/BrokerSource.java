package io.jieyu.audit.topics;

import io.jieyu.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topics of a broker, up to the offsets seen at the beginning. The service's place in the inbox
 * is asked for first and the inbox's end last: every outcome up to that place is then in sight, and
 * so is the cause of every outcome.
 */
public final class BrokerSource implements TopicSource {

    /** For one answer of the broker. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** For the next record of a partition. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private final String bootstrap;
    private final Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    private final Map<String, Long> begins = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, Long> posted = new HashMap<>();

    private BrokerSource(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * How far the topics reach.
     *
     * @param partitions by topic
     * @param begins by topic and partition: first offset
     * @param ends by topic and partition: offset behind the last committed record
     * @param posted by topic and partition: the account-service's place
     */
    public record Snapshot(
            String bootstrap,
            Map<Topic, Integer> partitions,
            Map<String, Long> begins,
            Map<String, Long> ends,
            Map<String, Long> posted) {}

    /** The topics as they stood at another time. */
    public static BrokerSource of(Snapshot snapshot) {
        var source = new BrokerSource(snapshot.bootstrap());
        source.partitions.putAll(snapshot.partitions());
        source.begins.putAll(snapshot.begins());
        source.ends.putAll(snapshot.ends());
        source.posted.putAll(snapshot.posted());
        return source;
    }

    public Snapshot snapshot() {
        return new Snapshot(bootstrap, partitions, begins, ends, posted);
    }

    /**
     * Notes how far the topics reach now.
     *
     * @param service the consumer group of the account-service
     * @throws CannotDecide when the broker does not answer
     */
    public static BrokerSource open(String bootstrap, String service) {
        var source = new BrokerSource(bootstrap);
        try (Admin admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                (int) ANSWER.toMillis(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                (int) ANSWER.toMillis()))) {
            for (Topic topic :
                    List.of(Topic.ACCOUNT_INBOX, Topic.ACCOUNT_LEDGER, Topic.ACCOUNT_SEALS)) {
                source.partitions.put(topic, source.count(admin, topic));
            }
            source.notePosted(admin, service);
            source.noteOffsets(admin, Topic.ACCOUNT_SEALS);
            source.noteOffsets(admin, Topic.ACCOUNT_LEDGER);
            source.noteOffsets(admin, Topic.ACCOUNT_INBOX);
            return source;
        } catch (KafkaException e) {
            throw new CannotDecide(bootstrap + ": " + e.getMessage(), e);
        }
    }

    private int count(Admin admin, Topic topic) {
        try {
            return await(admin.describeTopics(List.of(topic.topicName())).allTopicNames())
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
        } catch (UnknownTopicOrPartitionException none) {
            return 0;
        }
    }

    private void notePosted(Admin admin, String service) {
        await(admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        posted.put(partition.toString(), offset.offset());
                    }
                });
    }

    private void noteOffsets(Admin admin, Topic topic) {
        var first = new HashMap<TopicPartition, OffsetSpec>();
        var last = new HashMap<TopicPartition, OffsetSpec>();
        for (int i = 0; i < partitions(topic); i++) {
            first.put(new TopicPartition(topic.topicName(), i), OffsetSpec.earliest());
            last.put(new TopicPartition(topic.topicName(), i), OffsetSpec.latest());
        }
        var committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        await(admin.listOffsets(last, committed).all())
                .forEach((partition, found) -> ends.put(partition.toString(), found.offset()));
        await(admin.listOffsets(first, committed).all())
                .forEach((partition, found) -> begins.put(partition.toString(), found.offset()));
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            throw new CannotDecide(bootstrap + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new CannotDecide(bootstrap + ": no answer in " + ANSWER.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotDecide("interrupted", e);
        }
    }

    @Override
    public String name() {
        return bootstrap;
    }

    @Override
    public int partitions(Topic topic) {
        return partitions.getOrDefault(topic, 0);
    }

    @Override
    public long records(Topic topic, int partition) {
        var key = new TopicPartition(topic.topicName(), partition);
        return ends.getOrDefault(key.toString(), 0L) - begins.getOrDefault(key.toString(), 0L);
    }

    @Override
    public OptionalLong posted(int partition) {
        Long offset =
                posted.get(
                        new TopicPartition(Topic.ACCOUNT_INBOX.topicName(), partition).toString());
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    @Override
    public RecordStream read(Topic topic, int partition) {
        var key = new TopicPartition(topic.topicName(), partition);
        return new Polled(
                key,
                begins.getOrDefault(key.toString(), 0L),
                ends.getOrDefault(key.toString(), 0L));
    }

    @Override
    public ConsumerRecord<String, byte[]> at(Topic topic, int partition, long offset) {
        var key = new TopicPartition(topic.topicName(), partition);
        try (var one = new Polled(key, offset, offset + 1)) {
            return one.next()
                    .orElseThrow(() ->
                            new CannotDecide(
                                    String.format(
                                            Locale.ROOT, "%s: no record at %d", key, offset)));
        }
    }

    @Override
    public void close() {
        // every stream closes its own consumer
    }

    /** A consumer of one partition, outside of any group. */
    private final class Polled implements RecordStream {

        private final KafkaConsumer<String, byte[]> consumer;
        private final TopicPartition partition;
        private final long end;
        private Iterator<ConsumerRecord<String, byte[]>> batch =
                new ArrayList<ConsumerRecord<String, byte[]>>().iterator();

        Polled(TopicPartition partition, long begin, long end) {
            this.partition = partition;
            this.end = end;
            this.consumer =
                    new KafkaConsumer<>(
                            Map.<String, Object>of(
                                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                    bootstrap,
                                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                    "read_committed",
                                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                    false,
                                    ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                    end - begin == 1 ? 1 : FETCH_BYTES,
                                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                    5_000),
                            new StringDeserializer(),
                            new ByteArrayDeserializer());
            consumer.assign(List.of(partition));
            consumer.seek(partition, begin);
        }

        @Override
        public Optional<ConsumerRecord<String, byte[]>> next() {
            long patientUntil = System.nanoTime() + PATIENCE.toNanos();
            while (!batch.hasNext()) {
                if (consumer.position(partition) >= end) {
                    return Optional.empty();
                }
                if (System.nanoTime() > patientUntil) {
                    throw new CannotDecide(
                            String.format(
                                    Locale.ROOT,
                                    "%s of %s: nothing behind offset %d for %d s",
                                    partition,
                                    bootstrap,
                                    consumer.position(partition),
                                    PATIENCE.toSeconds()));
                }
                batch = poll();
            }
            ConsumerRecord<String, byte[]> next = batch.next();
            if (next.offset() >= end) {
                return Optional.empty();
            }
            return Optional.of(next);
        }

        private Iterator<ConsumerRecord<String, byte[]>> poll() {
            try {
                return consumer.poll(Duration.ofMillis(200)).iterator();
            } catch (KafkaException e) {
                throw new CannotDecide(partition + " of " + bootstrap + ": " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
