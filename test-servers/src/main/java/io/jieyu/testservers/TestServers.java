package io.jieyu.testservers;

import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.kafka.BrokerSettings;
import io.jieyu.sandbox.kafka.KafkaBroker;
import io.jieyu.sandbox.mongo.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A Kafka broker and a MongoDB for one test: containers where Docker answers, the sandbox's broker
 * and its embedded server elsewhere. The tests are the same.
 */
public final class TestServers implements AutoCloseable {

    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 100;

    private final String bootstrap;
    private final String mongoUri;
    private final List<AutoCloseable> servers;

    private TestServers(String bootstrap, String mongoUri, List<AutoCloseable> servers) {
        this.bootstrap = bootstrap;
        this.mongoUri = mongoUri;
        this.servers = servers;
    }

    public static TestServers start() {
        return DockerClientFactory.instance().isDockerAvailable() ? containers() : ownServers();
    }

    private static TestServers containers() {
        var kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.1"));
        var mongo = new MongoDBContainer(DockerImageName.parse("mongo:8.0"));
        kafka.start();
        mongo.start();
        return new TestServers(
                kafka.getBootstrapServers(), mongo.getConnectionString(), List.of(kafka, mongo));
    }

    private static TestServers ownServers() {
        try {
            Path folder = Files.createTempDirectory("jieyu-kafka");
            var kafka = KafkaBroker.start(BrokerSettings.onFreePorts(folder));
            var mongo = EmbeddedMongo.startOnFreePort();
            return new TestServers(
                    kafka.bootstrap(), mongo.uri(), List.of(kafka, mongo, () -> delete(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    public String mongoUri() {
        return mongoUri;
    }

    /** Makes all topics, as the services would. */
    public void makeTopics(int partitions) {
        makeTopics(bootstrap, partitions);
    }

    /** The same on another broker; returns when every partition takes records. */
    public static void makeTopics(String bootstrap, int partitions) {
        var topics =
                Arrays.stream(Topic.values())
                        .map(topic ->
                                new NewTopic(
                                                topic.topicName(),
                                                topic.partitions(partitions),
                                                (short) 1)
                                        .configs(topic.config()))
                        .toList();
        var places =
                topics.stream()
                        .flatMap(topic ->
                                IntStream.range(0, topic.numPartitions())
                                        .mapToObj(partition ->
                                                new TopicPartition(topic.name(), partition)))
                        .collect(Collectors.toMap(place -> place, _ -> OffsetSpec.latest()));
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(topics).all().get();
            awaitLeaders(admin, places);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A producer that meets a partition before its leader is ready can lose the order of its first
     * batches, and a broker may hear of a new topic a moment after the controller has made it.
     */
    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> places)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                admin.listOffsets(places).all().get();
                return;
            } catch (ExecutionException failed) {
                if (attempt == ATTEMPTS
                        || !(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Every committed record of the topic, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        return CommittedRecords.of(bootstrap, topic);
    }

    @Override
    public void close() {
        for (AutoCloseable server : servers) {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
