package io.jieyu.servicekit.topics;

import io.jieyu.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads a topic of one partition from its beginning to its end. */
public final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<String, byte[]> consumers;

    public WholeTopic(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /** The settings of a consumer that is in no group and keeps its place to itself. */
    public static Properties uncommitted() {
        var settings = new Properties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return settings;
    }

    /** Every committed record, in order. */
    public void read(Topic topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        var partition = new TopicPartition(topic.topicName(), 0);
        try (var consumer = consumers.createConsumer(null, "whole-topic", null, uncommitted())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }
}
