package io.jieyu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.RecordStream;
import io.jieyu.contracts.Topic;
import io.jieyu.testservers.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The topics of a real broker. */
class BrokerSourceIT {

    private static final String LEDGER = Topic.ACCOUNT_LEDGER.topicName();

    private static TestServers servers;

    @BeforeAll
    static void start() {
        servers = TestServers.start();
        servers.makeTopics(2);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the flush waits for them
    private static void write(boolean commit, String... values) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrap(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "writer");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                producer.send(new ProducerRecord<>(LEDGER, 1, "key", value));
            }
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> read(BrokerSource source) {
        var values = new ArrayList<String>();
        try (RecordStream stream = source.read(Topic.ACCOUNT_LEDGER, 1)) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                values.add(new String(next.get().value(), UTF_8));
                assertThat(source.at(Topic.ACCOUNT_LEDGER, 1, next.get().offset()).value())
                        .isEqualTo(next.get().value());
            }
        }
        return values;
    }

    @Test
    void showsWhatWasCommittedWhenItWasOpenedAndNothingElse() {
        write(true, "a", "b");
        write(false, "never");
        write(true, "c");
        try (var source = BrokerSource.open(servers.bootstrap(), "nobody")) {
            write(true, "later");
            assertThat(source.partitions(Topic.ACCOUNT_INBOX)).isEqualTo(2);
            assertThat(source.partitions(Topic.ACCOUNT_SEALS)).isEqualTo(1);
            assertThat(source.posted(0)).isEmpty();
            assertThat(read(source)).containsExactly("a", "b", "c");
            assertThat(read(BrokerSource.of(source.snapshot()))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void saysThatNoBrokerAnswers() {
        assertThatThrownBy(() -> BrokerSource.open("127.0.0.1:1", "nobody"))
                .isInstanceOf(CannotDecide.class)
                .hasMessageContaining("127.0.0.1:1");
    }
}
