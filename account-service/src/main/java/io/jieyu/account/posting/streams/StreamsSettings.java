package io.jieyu.account.posting.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What the topology needs of Kafka Streams, wherever it runs: exactly once, and stores that fit
 * into memory.
 */
public final class StreamsSettings {

    private static final int COMMIT_MILLIS = 100;

    /** So long a thread waits for messages before a sweep goes on. */
    private static final int POLL_MILLIS = 5;

    private static final int BATCH_BYTES = 1 << 17;
    private static final int LINGER_MILLIS = 20;

    /** So long a killed process keeps its partitions from the next one. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int POLL_RECORDS = 2_000;
    private static final int LARGEST_RECORD = 4 * 1024 * 1024;

    private StreamsSettings() {}

    /**
     * The settings.
     *
     * @param given of the machine: brokers, folder, application id
     * @param replication number of brokers that hold each partition of a changelog
     */
    public static Map<String, Object> of(Map<String, Object> given, int replication) {
        var settings = new HashMap<String, Object>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "jieyu-account-service");
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        settings.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedMemoryStores.class);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                LARGEST_RECORD);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_MILLIS);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                SESSION_MILLIS / 4);
        settings.putAll(given);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return settings;
    }
}
