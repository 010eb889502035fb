package io.jieyu.account.posting.streams;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
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

/** The topology in a driver, with what tests say to it and hear of it. */
final class DrivenTopology implements AutoCloseable {

    static final String PERSON = "110000-P1";

    private static final Duration SWEEP = Duration.ofMillis(50);
    private static final int CHUNKS = 20;

    private final Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PostingMeters meters = new PostingMeters(registry);
    private boolean broken;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> inbox;
    private TestOutputTopic<String, byte[]> ledger;
    private TestOutputTopic<String, byte[]> replies;

    private void start() {
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
    void restart() {
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

    private void stop() {
        driver.close();
    }

    DrivenTopology(Path folder) {
        this.folder = folder;
        start();
    }

    TestInputTopic<String, byte[]> inbox() {
        return inbox;
    }

    TestOutputTopic<String, byte[]> ledger() {
        return ledger;
    }

    TestOutputTopic<String, byte[]> replies() {
        return replies;
    }

    SimpleMeterRegistry registry() {
        return registry;
    }

    /** Whether the code breaks on messages whose id says so. */
    void breaks(boolean nowBroken) {
        broken = nowBroken;
    }

    /** Lets the sweeps go on, so often that the slowest machine is through. */
    void sweep() {
        for (int i = 0; i < CHUNKS; i++) {
            driver.advanceWallClockTime(SWEEP);
        }
    }

    @Override
    public void close() {
        stop();
    }

    void closeMonth(String period) {
        inbox.pipeInput(
                record(
                        "broadcast/0",
                        "close/" + period,
                        MessageType.MONTH_CLOSED,
                        Json.write(
                                Map.of(
                                        "date",
                                        "2025-02-01",
                                        "regionCode",
                                        "110000",
                                        "period",
                                        period))));
    }

    List<MonthSealed> sealed() {
        return driver
                .createOutputTopic(
                        Topic.ACCOUNT_SEALS.topicName(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .filter(record ->
                        MessageType.MONTH_SEALED
                                .ceType()
                                .equals(
                                        CloudEvents.header(
                                                record.headers(), CloudEvent.TYPE_HEADER)))
                .map(record -> Json.read(record.value(), MonthSealed.class))
                .toList();
    }

    double parked() {
        return registry.get("jieyu.account.parked").gauge().value();
    }

    void redrive() {
        inbox.pipeInput(
                record(
                        PERSON,
                        "redrive",
                        MessageType.REDRIVE_REQUESTED,
                        Json.write(Map.of("date", "2025-02-01", "requestedBy", "operator"))));
    }

    void publish(String policyId, String personalRate) {
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

    void send(String accountId, String id, Map<String, Object> fields) {
        send(accountId, id, MessageType.CONTRIBUTION_RECEIVED, fields);
    }

    void send(String accountId, String id, MessageType type, Map<String, Object> fields) {
        inbox.pipeInput(record(accountId, id, type, Json.write(fields)));
    }

    static Map<String, Object> line(String accountId, String period) {
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

    List<LedgerRecord> records() {
        return ledger.readValuesToList().stream()
                .map(value -> Json.read(value, LedgerRecord.class))
                .toList();
    }

    static TestRecord<String, byte[]> record(
            String key, String id, MessageType type, byte[] value) {
        var event = CloudEvent.of(type, id, "/test", key, Instant.EPOCH);
        Headers headers = CloudEvents.record(type.topic(), null, key, event, value).headers();
        return new TestRecord<>(key, value, headers, Instant.EPOCH);
    }
}
