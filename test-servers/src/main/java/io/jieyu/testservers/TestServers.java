package io.jieyu.testservers;

import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.kafka.BrokerSettings;
import io.jieyu.sandbox.kafka.KafkaBroker;
import io.jieyu.sandbox.kafka.MakeTopics;
import io.jieyu.sandbox.mongo.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A Kafka broker and a MongoDB for one test: containers where Docker answers, the sandbox's broker
 * and its embedded server elsewhere. The tests are the same.
 */
public final class TestServers implements AutoCloseable {

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
        MakeTopics.on(bootstrap, partitions);
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
