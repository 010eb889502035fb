package io.jieyu.account.posting.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Recorded;
import io.jieyu.scenario.AcceptanceScenarios;
import io.jieyu.scenario.Play;
import io.jieyu.scenario.Played;
import io.jieyu.scenario.Scenario;
import io.jieyu.scenario.Sent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The acceptance scenarios through the topology: every record is that of the core, to the byte, in
 * whatever place of the order the sweep comes.
 */
class ScenariosInTheTopologyTest {

    private static final Duration SWEEP = Duration.ofMillis(10);

    /** A chunk ends with the time: a slow machine needs more of them. */
    private static final int MOST_CHUNKS = 2_000;

    private static final Map<String, MessageType> TYPES =
            Arrays.stream(MessageType.values())
                    .filter(type -> type.kind().isPresent())
                    .collect(Collectors.toMap(type -> type.kind().get(), type -> type));

    /** The driver flushes its stores after every message: in memory where the machine can. */
    static final class MemoryFolder implements TempDirFactory {

        private static final Path MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "jieyu")
                    : Files.createTempDirectory("jieyu");
        }
    }

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    static Stream<Played> stories() {
        return AcceptanceScenarios.all().stream().map(Play::play);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void giveTheSameRecordsAsTheCore(Played played) {
        Result swept = run(played, true);
        assertThat(swept.records).isEqualTo(recordsOfTheCore(played));
        assertThat(swept.seals)
                .allSatisfy(value -> {
                    var seal = Json.read(value.getBytes(StandardCharsets.UTF_8), MonthSealed.class);
                    assertThat(seal.accountsSealed()).isEqualTo(seal.accountsExpected());
                    assertThat(seal.moved().values().stream().mapToLong(fen -> fen).sum()).isZero();
                });
        assertThat(swept.seals).hasSize((int) closes(played));
        if (!swept.seals.isEmpty()) {
            Result late = run(played, false);
            assertThat(late.records).as("swept after everything").isEqualTo(swept.records);
            assertThat(late.seals).as("swept after everything").isEqualTo(swept.seals);
        }
    }

    /** The records by history, and the seals, as texts. */
    private record Result(Map<String, List<String>> records, List<String> seals) {}

    private static Map<String, List<String>> recordsOfTheCore(Played played) {
        played.ledger().sweep();
        return played.ledger().records().stream()
                .collect(
                        Collectors.groupingBy(
                                recorded -> recorded.record().accountId(),
                                TreeMap::new,
                                Collectors.mapping(
                                        recorded ->
                                                new String(
                                                        recorded.json().bytes(),
                                                        StandardCharsets.UTF_8),
                                        Collectors.toList())));
    }

    private Result run(Played played, boolean sweepAfterEachMessage) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + sweepAfterEachMessage);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        var meters = new PostingMeters(new SimpleMeterRegistry());
        var topology = AccountTopology.build(new Ledger(), meters, 1, beginning(played.scenario()));
        try (var driver = new TopologyTestDriver(topology, settings)) {
            TestInputTopic<String, byte[]> inbox =
                    driver.createInputTopic(
                            Topic.ACCOUNT_INBOX.topicName(),
                            new StringSerializer(),
                            new ByteArraySerializer());
            for (Sent sent : played.sent()) {
                inbox.pipeInput(record(sent));
                if (sweepAfterEachMessage) {
                    driver.advanceWallClockTime(SWEEP);
                }
            }
            var seals = new ArrayList<String>();
            TestOutputTopic<String, byte[]> sealed = output(driver, Topic.ACCOUNT_SEALS);
            for (int i = 0; i < MOST_CHUNKS && seals.size() < closes(played); i++) {
                driver.advanceWallClockTime(SWEEP);
                sealed.readValuesToList().stream()
                        .map(value -> new String(value, StandardCharsets.UTF_8))
                        .filter(value -> value.contains("\"root\""))
                        .forEach(seals::add);
            }
            return new Result(records(driver), seals);
        }
    }

    private static Map<String, List<String>> records(TopologyTestDriver driver) {
        return output(driver, Topic.ACCOUNT_LEDGER).readValuesToList().stream()
                .collect(
                        Collectors.groupingBy(
                                value -> Json.read(value, LedgerRecord.class).accountId(),
                                TreeMap::new,
                                Collectors.mapping(
                                        value -> new String(value, StandardCharsets.UTF_8),
                                        Collectors.toList())));
    }

    /** How many closes were accepted: each ends with a seal. */
    private static long closes(Played played) {
        return played.ledger().records().stream()
                .map(Recorded::record)
                .filter(record ->
                        record.accountId().startsWith("broadcast/")
                                && record.kind().equals("monthClosed")
                                && record.outcome() == Outcome.ACCEPTED)
                .count();
    }

    private static Closes beginning(Scenario scenario) {
        return scenario.firstMonth() == null
                ? Closes.NONE
                : Closes.beginningAfter(scenario.firstMonth().minusMonths(1));
    }

    private static TestOutputTopic<String, byte[]> output(TopologyTestDriver driver, Topic topic) {
        return driver.createOutputTopic(
                topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static TestRecord<String, byte[]> record(Sent sent) {
        MessageType type = TYPES.get(sent.kind());
        var headers = new RecordHeaders();
        headers.add(CloudEvent.ID_HEADER, sent.messageId().getBytes(StandardCharsets.UTF_8));
        headers.add(
                CloudEvent.TYPE_HEADER,
                (type == null ? sent.kind() : type.ceType()).getBytes(StandardCharsets.UTF_8));
        return new TestRecord<>(sent.scope(), Json.write(sent.fields()), headers, Instant.EPOCH);
    }
}
