package io.jieyu.benchmarks;

import io.jieyu.account.posting.streams.AccountTopology;
import io.jieyu.account.posting.streams.PostingMeters;
import io.jieyu.account.posting.streams.StreamsSettings;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The topology, posting what is in the inbox of a workbench. */
public final class PostedInbox implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Workbench bench;
    private final String application;
    private final KafkaStreams streams;

    private PostedInbox(Workbench bench, String application, KafkaStreams streams) {
        this.bench = bench;
        this.application = application;
        this.streams = streams;
    }

    /** Starts the topology. */
    public static PostedInbox start(Workbench bench, String application, int partitions) {
        var settings = new Properties();
        settings.putAll(
                StreamsSettings.of(
                        Map.of(
                                StreamsConfig.APPLICATION_ID_CONFIG,
                                application,
                                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bench.bootstrap(),
                                StreamsConfig.STATE_DIR_CONFIG,
                                bench.folder().resolve("streams").toString()),
                        1));
        var meters = new PostingMeters(new SimpleMeterRegistry());
        var topology = AccountTopology.build(new Ledger(), meters, partitions, Closes.NONE);
        var streams = new KafkaStreams(topology, settings);
        streams.start();
        return new PostedInbox(bench, application, streams);
    }

    /** Returns when the ledger holds so many records. */
    public void awaitRecords(long records) throws InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bench.bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Topic.ACCOUNT_LEDGER.topicName()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            while (consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    < records) {
                Thread.sleep(LOOK);
            }
        }
    }

    /** Where its stores are. */
    public Path stores() {
        return bench.folder().resolve("streams").resolve(application);
    }

    @Override
    public void close() {
        streams.close(STOP_LIMIT);
    }
}
