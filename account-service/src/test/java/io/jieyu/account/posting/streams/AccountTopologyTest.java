package io.jieyu.account.posting.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import io.jieyu.servicekit.messages.CloudEvents;
import io.jieyu.servicekit.messages.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTopologyTest {

    private static final String PERSON = "110000-P1";

    @TempDir private Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PostingMeters meters = new PostingMeters(registry);
    private boolean broken;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> inbox;
    private TestOutputTopic<String, byte[]> ledger;
    private TestOutputTopic<String, byte[]> replies;

    @BeforeEach
    void start() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        var breakable =
                new Ledger() {
                    @Override
                    public Decision decide(
                            History history, Message message, Memory memory, Announced announced) {
                        if (broken && message.messageId().startsWith("breaks")) {
                            throw new IllegalStateException("a bug");
                        }
                        return super.decide(history, message, memory, announced);
                    }
                };
        driver =
                new TopologyTestDriver(
                        AccountTopology.build(breakable, meters, 1, Closes.NONE), settings);
        inbox =
                driver.createInputTopic(
                        Topic.ACCOUNT_INBOX.topicName(),
                        new StringSerializer(),
                        new ByteArraySerializer());
        ledger =
                driver.createOutputTopic(
                        Topic.ACCOUNT_LEDGER.topicName(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        replies =
                driver.createOutputTopic(
                        Topic.ACCOUNT_REPLIES.topicName(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** As a crash leaves it: only what is in the stores is there again. */
    private void restart() {
        var kept = new HashMap<String, List<KeyValue<String, byte[]>>>();
        driver.getAllStateStores()
                .keySet()
                .forEach(name -> {
                    var entries = new ArrayList<KeyValue<String, byte[]>>();
                    try (var all = driver.<String, byte[]>getKeyValueStore(name).all()) {
                        all.forEachRemaining(entries::add);
                    }
                    kept.put(name, entries);
                });
        stop();
        start();
        kept.forEach(
                (name, entries) -> driver.<String, byte[]>getKeyValueStore(name).putAll(entries));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void creditsByThePolicyThatCameThroughTheInbox() {
        publish("110000/A", "0.02");
        send(PERSON, "m1", line(PERSON, "2025-01"));
        var records = records();
        assertThat(records).extracting(LedgerRecord::outcome).containsOnly(Outcome.ACCEPTED);
        assertThat(records.getLast().balances().currentFen()).isEqualTo(20_000);
        assertThat(records.getLast().postings().getFirst().policyId()).isEqualTo("110000/A");
    }

    @Test
    void refusesWhatComesBeforeAnyPolicy() {
        send(PERSON, "m1", line(PERSON, "2025-01"));
        assertThat(records())
                .singleElement()
                .satisfies(record ->
                        assertThat(record.refusal().code()).isEqualTo(RefusalCode.NO_POLICY));
    }

    @Test
    void remembersEverythingAcrossARestart() {
        publish("110000/A", "0.02");
        send(PERSON, "m1", line(PERSON, "2025-01"));
        Hash head = Hash.of(ledger.readValuesToList().getLast());
        restart();
        send(PERSON, "m1", line(PERSON, "2025-01"));
        send(PERSON, "m2", line(PERSON, "2025-01"));
        send(PERSON, "m3", line(PERSON, "2025-02"));
        var records = records();
        assertThat(records)
                .extracting(LedgerRecord::outcome)
                .containsExactly(Outcome.DUPLICATE, Outcome.ACCEPTED);
        assertThat(records.getFirst().sequence()).isEqualTo(2);
        assertThat(records.getFirst().previousHash()).isEqualTo(head);
        assertThat(records.getLast().balances().currentFen()).isEqualTo(40_000);
    }

    @Test
    void answersWhoAsksForAReplyTheFirstTimeAndEveryTime() {
        publish("110000/A", "0.02");
        var wanted = List.of(line(PERSON, "2025-01"), Map.<String, Object>of("rubbish", 1));
        wanted.forEach(fields -> {
            var record =
                    record(PERSON, "m1", MessageType.CONTRIBUTION_RECEIVED, Json.write(fields));
            record.headers().add(CloudEvent.REPLY_HEADER, new byte[] {1});
            inbox.pipeInput(record);
        });
        var given =
                replies.readValuesToList().stream()
                        .map(value -> Json.read(value, ReplyGiven.class))
                        .toList();
        assertThat(given).extracting(ReplyGiven::replayed).containsExactly(false, true);
        assertThat(given).extracting(reply -> reply.balances().currentFen()).containsOnly(20_000L);
        assertThat(given).extracting(ReplyGiven::sequence).containsOnly(1L);
    }

    @Test
    void parksTheMessageOnWhichTheCodeBreaksAndThoseBehindItUntilTheyAreRedriven() {
        publish("110000/A", "0.02");
        broken = true;
        send(PERSON, "breaks-1", line(PERSON, "2025-01"));
        send(PERSON, "m2", line(PERSON, "2025-02"));
        send("110000-P2", "m3", line("110000-P2", "2025-01"));
        assertThat(records())
                .extracting(LedgerRecord::accountId)
                .containsExactly("broadcast/0", "110000-P2");
        assertThat(parked()).isEqualTo(2);

        redrive();
        assertThat(records()).isEmpty();
        assertThat(parked()).isEqualTo(2);

        publish("110000/B", "0.04");
        ledger.readValuesToList();
        restart();
        assertThat(parked()).isEqualTo(2);
        broken = false;
        redrive();
        var records = records();
        assertThat(records).extracting(LedgerRecord::messageId).containsExactly("breaks-1", "m2");
        assertThat(records)
                .as("each by the policies of its place")
                .extracting(record -> record.postings().getFirst().policyId())
                .containsOnly("110000/A");
        assertThat(parked()).isZero();
        send(PERSON, "m4", line(PERSON, "2025-03"));
        assertThat(records())
                .singleElement()
                .satisfies(record -> assertThat(record.balances().currentFen()).isEqualTo(80_000));
    }

    @Test
    void recordsWhatCannotBeReadAndGoesOn() {
        publish("110000/A", "0.02");
        inbox.pipeInput(
                record(
                        PERSON,
                        "m1",
                        MessageType.CONTRIBUTION_RECEIVED,
                        "not JSON".getBytes(UTF_8)));
        inbox.pipeInput(
                record(PERSON, "m2", MessageType.CONTRIBUTION_RECEIVED, "[1]".getBytes(UTF_8)));
        inbox.pipeInput(record(PERSON, "m3", MessageType.CONTRIBUTION_RECEIVED, null));
        inbox.pipeInput(new TestRecord<>(PERSON, "{}".getBytes(UTF_8)));
        inbox.pipeInput(
                record("nobody", "m5", MessageType.CONTRIBUTION_RECEIVED, "{}".getBytes(UTF_8)));
        inbox.pipeInput(
                record(null, "m6", MessageType.CONTRIBUTION_RECEIVED, "{}".getBytes(UTF_8)));
        inbox.pipeInput(record(PERSON, "m7", MessageType.POLICY_PUBLISHED, "{}".getBytes(UTF_8)));
        send(PERSON, "m8", line(PERSON, "2025-01"));
        var records = records();
        assertThat(records.subList(1, 8))
                .allSatisfy(record ->
                        assertThat(record.refusal().code()).isEqualTo(RefusalCode.INVALID_FIELD));
        assertThat(records.subList(1, 8))
                .extracting(record -> record.refusal().field())
                .containsExactly(
                        "value",
                        "value",
                        "value",
                        CloudEvent.ID_HEADER,
                        "accountId",
                        "accountId",
                        "kind");
        assertThat(records.getLast().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void chainsTheRecordsOfAnAccountByTheBytesOnTheTopic() {
        publish("110000/A", "0.02");
        ledger.readValuesToList();
        send(PERSON, "m1", line(PERSON, "2025-01"));
        send(PERSON, "m2", line(PERSON, "2025-01"));
        send(PERSON, "m3", line(PERSON, "2025-02"));
        Hash head = Hash.ZERO;
        long sequence = 0;
        for (byte[] value : ledger.readValuesToList()) {
            LedgerRecord record = Json.read(value, LedgerRecord.class);
            assertThat(record.previousHash()).isEqualTo(head);
            assertThat(record.sequence()).isEqualTo(++sequence);
            head = Hash.of(value);
        }
        assertThat(sequence).isEqualTo(3);
    }

    @Test
    void countsMessagesAndMoney() {
        publish("110000/A", "0.02");
        send(PERSON, "m1", line(PERSON, "2025-01"));
        send(PERSON, "m1", line(PERSON, "2025-01"));
        assertThat(
                        registry.get("jieyu.account.messages")
                                .tags("kind", "contribution", "outcome", "ACCEPTED")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(
                        registry.get("jieyu.account.messages")
                                .tags("outcome", "REPLAYED")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(registry.get("jieyu.account.posted.fen").tags("to", "CURRENT").counter().count())
                .isEqualTo(20_000);
    }

    private double parked() {
        return registry.get("jieyu.account.parked").gauge().value();
    }

    private void redrive() {
        inbox.pipeInput(
                record(
                        PERSON,
                        "redrive",
                        MessageType.REDRIVE_REQUESTED,
                        Json.write(Map.of("date", "2025-02-01", "requestedBy", "operator"))));
    }

    private void publish(String policyId, String personalRate) {
        var fields =
                Map.of(
                        "date", "2024-01-01",
                        "policySet", "test",
                        "regionCode", "110000",
                        "policyId", policyId,
                        "document", Map.of("personalRate", personalRate));
        inbox.pipeInput(
                record(
                        "broadcast/0",
                        "policy/" + policyId,
                        MessageType.POLICY_PUBLISHED,
                        Json.write(fields)));
    }

    private void send(String accountId, String id, Map<String, Object> fields) {
        inbox.pipeInput(
                record(accountId, id, MessageType.CONTRIBUTION_RECEIVED, Json.write(fields)));
    }

    private static Map<String, Object> line(String accountId, String period) {
        return Map.of(
                "accountId",
                accountId,
                "date",
                period + "-05",
                "type",
                "REGULAR",
                "period",
                period,
                "serial",
                "1",
                "category",
                "EMPLOYEE",
                "birthDate",
                "1990-01-01",
                "baseFen",
                1_000_000);
    }

    private List<LedgerRecord> records() {
        return ledger.readValuesToList().stream()
                .map(value -> Json.read(value, LedgerRecord.class))
                .toList();
    }

    private static TestRecord<String, byte[]> record(
            String key, String id, MessageType type, byte[] value) {
        var event = CloudEvent.of(type, id, "/test", key, Instant.EPOCH);
        Headers headers = CloudEvents.record(type.topic(), null, key, event, value).headers();
        return new TestRecord<>(key, value, headers, Instant.EPOCH);
    }
}
