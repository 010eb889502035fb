package io.jieyu.servicekit.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.kafka.RecordWriter;
import io.jieyu.testservers.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Keeps the last value of each key, and how many records there were. */
    private static final class LastValues implements Projection {

        @Override
        public String collection() {
            return "last";
        }

        @Override
        public List<Topic> topics() {
            return List.of(Topic.ACCOUNT_LEDGER);
        }

        @Override
        public void prepare(MongoCollection<Document> collection) {}

        @Override
        public List<WriteModel<Document>> writes(
                List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection) {
            return batch.stream()
                    .<WriteModel<Document>>map(record ->
                            new ReplaceOneModel<>(
                                    Filters.and(
                                            Filters.eq("_id", record.key()),
                                            Filters.lt("offset", record.offset())),
                                    new Document("_id", record.key())
                                            .append("offset", record.offset())
                                            .append("value", new String(record.value(), UTF_8)),
                                    new ReplaceOptions().upsert(true)))
                    .toList();
        }

        @Override
        public List<Bson> counters(List<ConsumerRecord<String, byte[]>> batch) {
            return List.of(Updates.inc("count", (long) batch.size()));
        }
    }

    private final TestServers servers = TestServers.start();
    private final MongoClient mongo = MongoClients.create(servers.mongoUri());
    private Projections projections;

    @BeforeEach
    void start() {
        servers.makeTopics(2);
        projections =
                new Projections(
                        List.of(new LastValues()), mongo.getDatabase("test"), this::consumer);
        projections.start();
    }

    @AfterEach
    void stop() {
        projections.stop();
        mongo.close();
        servers.close();
    }

    @Test
    void showsEverythingAndCountsItOnce() {
        send(0, 1_000);
        awaitCount(1_000);
        await().atMost(LIMIT).until(() -> projections.asOf("last").isPresent());
        assertThat(projections.lag("last")).isZero();
        assertThat(mongo.getDatabase("test").getCollection("last").countDocuments())
                .isEqualTo(100 + 2);
    }

    @Test
    void beginsAnewWhenItsCollectionIsDroppedEvenWhileNothingArrives() {
        send(0, 1_000);
        awaitCount(1_000);
        mongo.getDatabase("test").getCollection("last").drop();
        awaitCount(1_000);
        assertThat(value("k7")).contains("907");
    }

    @Test
    void beginsAnewWhenItsCollectionIsDroppedWhileRecordsArrive() {
        var sender = Thread.ofVirtual().start(() -> send(0, 20_000));
        await().atMost(LIMIT).until(() -> count() > 100);
        mongo.getDatabase("test").getCollection("last").drop();
        await().atMost(LIMIT).until(() -> !sender.isAlive());
        awaitCount(20_000);
        for (int key = 0; key < 100; key++) {
            assertThat(value("k" + key)).contains(String.valueOf(19_900 + key));
        }
    }

    @Test
    void goesBackToTheCheckpointThatItFinds() {
        send(0, 500);
        awaitCount(500);
        projections.stop();
        mongo.getDatabase("test")
                .getCollection("last")
                .updateMany(
                        Filters.exists("count"),
                        Updates.combine(Updates.set("offset", 0L), Updates.set("count", 0L)));
        projections =
                new Projections(
                        List.of(new LastValues()), mongo.getDatabase("test"), this::consumer);
        projections.start();
        awaitCount(500);
        assertThat(value("k99")).contains("499");
    }

    @Test
    void answersNothingBeforeItHasCaughtUp() {
        var fresh =
                new Projections(
                        List.of(new LastValues()), mongo.getDatabase("other"), this::consumer);
        assertThat(fresh.asOf("last")).isEmpty();
        assertThat(fresh.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
    }

    private void awaitCount(long expected) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(count()).isEqualTo(expected));
    }

    private long count() {
        long all = 0;
        for (Document checkpoint :
                mongo.getDatabase("test")
                        .getCollection("last")
                        .find(Filters.regex("_id", "^checkpoint/"))) {
            all += checkpoint.get("count", 0L);
        }
        return all;
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(
                        mongo.getDatabase("test")
                                .getCollection("last")
                                .find(Filters.eq("_id", key))
                                .first())
                .map(document -> document.getString("value"));
    }

    private void send(int from, int to) {
        try (var kafka = new RecordWriter(servers.bootstrap())) {
            for (int i = from; i < to; i++) {
                var value = String.valueOf(i).getBytes(UTF_8);
                kafka.send(
                        new ProducerRecord<>(
                                Topic.ACCOUNT_LEDGER.topicName(), "k" + i % 100, value));
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
