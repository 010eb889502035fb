package io.jieyu.sandbox.demo;

import io.jieyu.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The error report of a payroll system that sends by Kafka: what was rejected since it began to
 * look.
 */
final class RejectedLines implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Integer> byCode = new HashMap<>();

    RejectedLines(String bootstrap) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        this.consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topic.CONTRIBUTION_REJECTED.topicName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Rejected lines of Kafka by code, so far. */
    Map<String, Integer> byCode() {
        consumer.poll(POLL)
                .forEach(record -> {
                    JsonNode line = JsonMapper.shared().readTree(record.value());
                    if (line.at("/locator/channel").asString().equals("KAFKA")) {
                        byCode.merge(line.at("/errors/0/code").asString(), 1, Integer::sum);
                    }
                });
        return byCode;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
