package io.jieyu.benchmarks.posting;

import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.STATE_DIR_CONFIG;

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
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The topologies that race, all under the same settings: exactly once, two threads, the same sizes.
 */
final class Contenders {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String STORE = "newest";

    private final String bootstrap;
    private final Path folder;
    private final int partitions;
    private final long messages;

    Contenders(String bootstrap, Path folder, int partitions, long messages) {
        this.bootstrap = bootstrap;
        this.folder = folder;
        this.partitions = partitions;
        this.messages = messages;
    }

    Contender ours(int round) {
        return streams(
                "credited contributions (our topology)",
                "ours-" + round,
                () ->
                        AccountTopology.build(
                                new Ledger(),
                                new PostingMeters(new SimpleMeterRegistry()),
                                partitions,
                                Closes.NONE));
    }

    /** Only copies input to output: what exactly-once costs by itself. */
    Contender copy(int round) {
        return streams("copy of input to output", "copy-" + round, () -> topology(PassOn::new));
    }

    /**
     * Keeps each key's last message in a RocksDB store and passes it on: what state costs by
     * itself.
     */
    Contender statefulFloor(int round) {
        return streams(
                "last message a key, kept and passed on",
                "floor-" + round,
                () ->
                        topology(KeepAndPassOn::new)
                                .addStateStore(
                                        Stores.keyValueStoreBuilder(
                                                        Stores.persistentKeyValueStore(STORE),
                                                        Serdes.String(),
                                                        Serdes.ByteArray())
                                                .withLoggingEnabled(Map.of())
                                                .withCachingDisabled(),
                                        "work"));
    }

    @FunctionalInterface
    private interface TopologySource {
        Topology build();
    }

    private Contender streams(String name, String application, TopologySource topology) {
        return new Contender(
                name,
                application,
                messages,
                () -> {
                    var settings = new Properties();
                    settings.putAll(
                            StreamsSettings.of(
                                    Map.of(
                                            APPLICATION_ID_CONFIG, application,
                                            BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                                            STATE_DIR_CONFIG,
                                                    folder.resolve(application).toString()),
                                    1));
                    var streams = new KafkaStreams(topology.build(), settings);
                    streams.start();
                    return () -> streams.close(STOP_LIMIT);
                });
    }

    private static Topology topology(ProcessorSupplier<String, byte[], String, byte[]> work) {
        return new Topology()
                .addSource(
                        "in",
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.ACCOUNT_INBOX.topicName())
                .addProcessor("work", work, "in")
                .addSink(
                        "out",
                        Topic.ACCOUNT_LEDGER.topicName(),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        "work");
    }

    private static class PassOn implements Processor<String, byte[], String, byte[]> {

        private @Nullable ProcessorContext<String, byte[]> context;

        @Override
        public void init(ProcessorContext<String, byte[]> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(Record<String, byte[]> message) {
            Objects.requireNonNull(context).forward(message);
        }
    }

    private static final class KeepAndPassOn extends PassOn {

        private @Nullable KeyValueStore<String, byte[]> store;

        @Override
        public void init(ProcessorContext<String, byte[]> processorContext) {
            super.init(processorContext);
            store = processorContext.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, byte[]> message) {
            Objects.requireNonNull(store).put(message.key(), message.value());
            super.process(message);
        }
    }
}
