package io.jieyu.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.sandbox.OtherAddress;
import io.jieyu.sandbox.processes.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final TopicPartition TOPIC = new TopicPartition("test", 0);

    @TempDir private Path folder;

    @Test
    void hasItsDataAgainAtTheNextStartInThisProcess() throws Exception {
        var settings = BrokerSettings.onFreePorts(folder.resolve("kafka"));
        try (var broker = KafkaBroker.start(settings)) {
            makeTopic(broker.bootstrap());
            write(broker.bootstrap(), "one");
        }
        try (var broker = KafkaBroker.start(settings)) {
            write(broker.bootstrap(), "two");
            assertThat(values(broker.bootstrap(), 2)).containsExactly("one", "two");
        }
    }

    @Test
    void hasItsDataAgainAfterItsProcessWasKilled() throws Exception {
        var settings = BrokerSettings.onFreePorts(folder.resolve("kafka"));
        var launch = KafkaBroker.launch(settings, folder.resolve("kafka.log"));
        try (var server = ServerProcess.start(launch)) {
            makeTopic(server.url());
            write(server.url(), "one");
            server.kill();
            server.restart();
            write(server.url(), "two");
            assertThat(values(server.url(), 2)).containsExactly("one", "two");
        }
    }

    @Test
    void listensOnLoopbackOnly() {
        var settings = BrokerSettings.onFreePorts(folder.resolve("kafka"));
        try (var broker = KafkaBroker.start(settings)) {
            assertThat(broker.bootstrap()).isEqualTo("127.0.0.1:" + settings.port());
            assertThat(OtherAddress.answersAt(settings.port())).isFalse();
            assertThat(OtherAddress.answersAt(settings.controllerPort())).isFalse();
        }
    }

    private static void write(String bootstrap, String value) throws Exception {
        Map<String, Object> transactional =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "test");
        try (var producer =
                new KafkaProducer<>(
                        transactional, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC.topic(), "key", value)).get();
            producer.commitTransaction();
        }
    }

    private static void makeTopic(String bootstrap) throws Exception {
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1))).all().get();
        }
    }

    /** All committed values from the first one; at least that many are waited for. */
    private static List<String> values(String bootstrap, int expected) {
        Map<String, Object> committed =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        committed, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            var values = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> values.add(record.value()));
                        return values.size() >= expected;
                    });
            return values;
        }
    }
}
