package io.jieyu.sandbox.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.OtherAddress;
import io.jieyu.sandbox.processes.ServerProcess;
import io.jieyu.sandbox.servers.CommittedRecords;
import io.jieyu.sandbox.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @TempDir private Path folder;

    @Test
    void hasItsDataAgainAtTheNextStartInThisProcess() throws Exception {
        var settings = BrokerSettings.onFreePorts(folder.resolve("kafka"));
        try (var broker = KafkaBroker.start(settings)) {
            TestServers.makeTopics(broker.bootstrap(), 1);
            write(broker.bootstrap(), "one");
        }
        try (var broker = KafkaBroker.start(settings)) {
            write(broker.bootstrap(), "two");
            assertThat(values(broker.bootstrap())).containsExactly("one", "two");
        }
    }

    @Test
    void hasItsDataAgainAfterItsProcessWasKilled() throws Exception {
        var settings = BrokerSettings.onFreePorts(folder.resolve("kafka"));
        var launch = KafkaBroker.launch(settings, folder.resolve("kafka.log"));
        try (var server = ServerProcess.start(launch)) {
            TestServers.makeTopics(server.url(), 1);
            write(server.url(), "one");
            server.kill();
            server.restart();
            write(server.url(), "two");
            assertThat(values(server.url())).containsExactly("one", "two");
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
            producer.send(new ProducerRecord<>(Topic.ACCOUNT_INBOX.topicName(), "key", value))
                    .get();
            producer.commitTransaction();
        }
    }

    private static List<String> values(String bootstrap) {
        return CommittedRecords.of(bootstrap, Topic.ACCOUNT_INBOX).stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }
}
