package io.jieyu.account.posting.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.RefusalCode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTopologyTest {

    private static final String PERSON = DrivenTopology.PERSON;

    @TempDir private Path folder;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(folder);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void creditsByThePolicyThatCameThroughTheInbox() {
        topology.publish("110000/A", "0.02");
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        var records = topology.records();
        assertThat(records).extracting(LedgerRecord::outcome).containsOnly(Outcome.ACCEPTED);
        assertThat(records.getLast().balances().currentFen()).isEqualTo(20_000);
        assertThat(records.getLast().postings().getFirst().policyId()).isEqualTo("110000/A");
    }

    @Test
    void refusesWhatComesBeforeAnyPolicy() {
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        assertThat(topology.records())
                .singleElement()
                .satisfies(record ->
                        assertThat(record.refusal().code()).isEqualTo(RefusalCode.NO_POLICY));
    }

    @Test
    void remembersEverythingAcrossARestart() {
        topology.publish("110000/A", "0.02");
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        Hash head = Hash.of(topology.ledger().readValuesToList().getLast());
        topology.restart();
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        topology.send(PERSON, "m2", DrivenTopology.line(PERSON, "2025-01"));
        topology.send(PERSON, "m3", DrivenTopology.line(PERSON, "2025-02"));
        var records = topology.records();
        assertThat(records)
                .extracting(LedgerRecord::outcome)
                .containsExactly(Outcome.DUPLICATE, Outcome.ACCEPTED);
        assertThat(records.getFirst().sequence()).isEqualTo(2);
        assertThat(records.getFirst().previousHash()).isEqualTo(head);
        assertThat(records.getLast().balances().currentFen()).isEqualTo(40_000);
    }

    @Test
    void remembersTheFirstMessageAfterMoreThanAPageOfOthers() {
        int others = 600;
        topology.publish("110000/A", "0.02");
        topology.send(PERSON, "first", DrivenTopology.line(PERSON, "2025-01"));
        for (int i = 0; i < others; i++) {
            topology.send(PERSON, "same again " + i, DrivenTopology.line(PERSON, "2025-01"));
        }
        topology.ledger().readValuesToList();
        topology.restart();
        topology.send(PERSON, "first", DrivenTopology.line(PERSON, "2025-01"));
        for (int i = 0; i < others; i++) {
            topology.send(PERSON, "same again " + i, DrivenTopology.line(PERSON, "2025-01"));
        }
        topology.send(PERSON, "new", DrivenTopology.line(PERSON, "2025-01"));
        assertThat(topology.records())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.messageId()).isEqualTo("new");
                    assertThat(record.duplicateOf()).isEqualTo("first");
                    assertThat(record.sequence()).isEqualTo(others + 2);
                });
    }

    /**
     * The row of the ninth message waits for its block, that of the tenth is put with its block by
     * the row of its own reversal, and those of the eleventh and the twelfth have been put before.
     */
    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 12})
    void keepsWhatHasBecomeOfABookingWhereverItsRowIs(int last) {
        topology.publish("110000/A", "0.02");
        for (int month = 1; month <= last; month++) {
            String period = YearMonth.of(2025, month).toString();
            topology.send(PERSON, "m" + month, DrivenTopology.line(PERSON, period));
        }
        reverse(2, "first");
        reverse(last, "second");
        topology.restart();
        topology.ledger().readValuesToList();
        var decided = new ArrayList<Tuple>();
        for (int month = 1; month <= last; month++) {
            reverse(month, "again " + month);
            decided.add(
                    tuple(
                            "again " + month,
                            month == 2 || month == last ? Outcome.REFUSED : Outcome.ACCEPTED));
        }
        assertThat(topology.records())
                .extracting(LedgerRecord::messageId, LedgerRecord::outcome)
                .containsExactlyElementsOf(decided);
    }

    private void reverse(int month, String id) {
        topology.send(
                PERSON,
                id,
                MessageType.CONTRIBUTION_REVERSED,
                Map.of(
                        "accountId", PERSON,
                        "date", "2025-12-20",
                        "reversalId", id,
                        "originalType", "REGULAR",
                        "originalPeriod", YearMonth.of(2025, month).toString(),
                        "originalSerial", "1",
                        "reason", "WRONG_BASE"));
    }

    @Test
    void answersWhoAsksForAReplyTheFirstTimeAndEveryTime() {
        topology.publish("110000/A", "0.02");
        var wanted =
                List.of(
                        DrivenTopology.line(PERSON, "2025-01"),
                        Map.<String, Object>of("rubbish", 1));
        wanted.forEach(fields -> {
            var record =
                    DrivenTopology.record(
                            PERSON, "m1", MessageType.CONTRIBUTION_RECEIVED, Json.write(fields));
            record.headers().add(CloudEvent.REPLY_HEADER, new byte[] {1});
            topology.inbox().pipeInput(record);
        });
        var given =
                topology.replies().readValuesToList().stream()
                        .map(value -> Json.read(value, ReplyGiven.class))
                        .toList();
        assertThat(given).extracting(ReplyGiven::replayed).containsExactly(false, true);
        assertThat(given).extracting(reply -> reply.balances().currentFen()).containsOnly(20_000L);
        assertThat(given).extracting(ReplyGiven::sequence).containsOnly(1L);
    }

    @Test
    void parksTheMessageOnWhichTheCodeBreaksAndThoseBehindItUntilTheyAreRedriven() {
        topology.publish("110000/A", "0.02");
        topology.breaks(true);
        topology.send(PERSON, "breaks-1", DrivenTopology.line(PERSON, "2025-01"));
        topology.send(PERSON, "m2", DrivenTopology.line(PERSON, "2025-02"));
        topology.send("110000-P2", "m3", DrivenTopology.line("110000-P2", "2025-01"));
        assertThat(topology.records())
                .extracting(LedgerRecord::accountId)
                .containsExactly("broadcast/0", "110000-P2");
        assertThat(topology.parked()).isEqualTo(2);

        topology.redrive();
        assertThat(topology.records()).isEmpty();
        assertThat(topology.parked()).isEqualTo(2);

        topology.publish("110000/B", "0.04");
        topology.ledger().readValuesToList();
        topology.restart();
        assertThat(topology.parked()).isEqualTo(2);
        topology.breaks(false);
        topology.redrive();
        var records = topology.records();
        assertThat(records).extracting(LedgerRecord::messageId).containsExactly("breaks-1", "m2");
        assertThat(records)
                .as("each by the policies of its place")
                .extracting(record -> record.postings().getFirst().policyId())
                .containsOnly("110000/A");
        assertThat(topology.parked()).isZero();
        topology.send(PERSON, "m4", DrivenTopology.line(PERSON, "2025-03"));
        assertThat(topology.records())
                .singleElement()
                .satisfies(record -> assertThat(record.balances().currentFen()).isEqualTo(80_000));
    }

    @Test
    void recordsWhatCannotBeReadAndGoesOn() {
        topology.publish("110000/A", "0.02");
        topology.inbox()
                .pipeInput(
                        DrivenTopology.record(
                                PERSON,
                                "m1",
                                MessageType.CONTRIBUTION_RECEIVED,
                                "not JSON".getBytes(UTF_8)));
        topology.inbox()
                .pipeInput(
                        DrivenTopology.record(
                                PERSON,
                                "m2",
                                MessageType.CONTRIBUTION_RECEIVED,
                                "[1]".getBytes(UTF_8)));
        topology.inbox()
                .pipeInput(
                        DrivenTopology.record(
                                PERSON, "m3", MessageType.CONTRIBUTION_RECEIVED, null));
        topology.inbox().pipeInput(new TestRecord<>(PERSON, "{}".getBytes(UTF_8)));
        topology.inbox()
                .pipeInput(
                        DrivenTopology.record(
                                "nobody",
                                "m5",
                                MessageType.CONTRIBUTION_RECEIVED,
                                "{}".getBytes(UTF_8)));
        topology.inbox()
                .pipeInput(
                        DrivenTopology.record(
                                null,
                                "m6",
                                MessageType.CONTRIBUTION_RECEIVED,
                                "{}".getBytes(UTF_8)));
        topology.inbox()
                .pipeInput(
                        DrivenTopology.record(
                                PERSON, "m7", MessageType.POLICY_PUBLISHED, "{}".getBytes(UTF_8)));
        topology.send(PERSON, "m8", DrivenTopology.line(PERSON, "2025-01"));
        var records = topology.records();
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
        topology.publish("110000/A", "0.02");
        topology.ledger().readValuesToList();
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        topology.send(PERSON, "m2", DrivenTopology.line(PERSON, "2025-01"));
        topology.send(PERSON, "m3", DrivenTopology.line(PERSON, "2025-02"));
        Hash head = Hash.ZERO;
        long sequence = 0;
        for (byte[] value : topology.ledger().readValuesToList()) {
            LedgerRecord record = Json.read(value, LedgerRecord.class);
            assertThat(record.previousHash()).isEqualTo(head);
            assertThat(record.sequence()).isEqualTo(++sequence);
            head = Hash.of(value);
        }
        assertThat(sequence).isEqualTo(3);
    }

    @Test
    void countsMessagesAndMoney() {
        topology.publish("110000/A", "0.02");
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        topology.send(PERSON, "m1", DrivenTopology.line(PERSON, "2025-01"));
        assertThat(
                        topology.registry()
                                .get("jieyu.account.messages")
                                .tags("kind", "contribution", "outcome", "ACCEPTED")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(
                        topology.registry()
                                .get("jieyu.account.messages")
                                .tags("outcome", "REPLAYED")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(
                        topology.registry()
                                .get("jieyu.account.posted.fen")
                                .tags("to", "CURRENT")
                                .counter()
                                .count())
                .isEqualTo(20_000);
    }
}
