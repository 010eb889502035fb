package io.jieyu.contracts;

import static io.jieyu.contracts.MessageType.CONTRIBUTION_SUBMITTED;
import static io.jieyu.contracts.MessageType.LEDGER_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.contracts.contribution.ContributionSubmitted;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.decision.Recorded;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SamplesTest {

    private static final Map<String, Recorded> RECORDS =
            Map.of(
                    "accepted", Samples.accepted(),
                    "duplicate", Samples.duplicate(),
                    "conflicting", Samples.conflicting(),
                    "invalid", Samples.invalid(),
                    "broadcast", Samples.broadcast());

    /** Before the others, so that one run approves and checks. */
    @BeforeAll
    static void approveWhenAsked() {
        if (Approved.BY_SWITCH.approving()) {
            Arrays.stream(MessageType.values()).forEach(SamplesTest::holdsApproved);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsApproved(MessageType type) {
        holdsApproved(type);
    }

    @Test
    void everyMessageHasASampleAndEverySampleAMessage() {
        assertThat(ContractFiles.names(ContractFiles.SAMPLES))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MessageType.values())
                                .map(type -> type.ceType() + ".json")
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void isValid(MessageType type) {
        assertThat(invalid(type, ContractFiles.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isReadAndWrittenAgainAsItStood(MessageType type) {
        JsonNode sample = ContractFiles.sample(type);
        assertThat(MessageJson.tree(read(type, sample))).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource
    void isReadWhenALaterSenderAddedFields(MessageType type) {
        JsonNode sample = ContractFiles.sample(type);
        JsonNode later = SampleVariants.fromLaterSender(type.record(), sample);
        assertThat(later).isNotEqualTo(sample);
        assertThat(invalid(type, later)).isEmpty();
        assertThat(read(type, later)).isEqualTo(read(type, sample));
    }

    @ParameterizedTest
    @MethodSource("samplesWithOneFieldLess")
    void isReadWithoutAFieldThatMayBeAbsent(MessageType type, String field, JsonNode sample) {
        assertThat(invalid(type, sample)).as(field).isEmpty();
        assertThat(MessageJson.tree(read(type, sample))).as(field).isEqualTo(sample);
    }

    static Stream<Arguments> samplesWithOneFieldLess() {
        return Arrays.stream(MessageType.values())
                .flatMap(type ->
                        SampleVariants.withOneFieldLess(type.record(), ContractFiles.sample(type))
                                .entrySet()
                                .stream()
                                .map(variant ->
                                        Arguments.of(type, variant.getKey(), variant.getValue())));
    }

    @Test
    void leavesOutEveryFieldThatMayBeAbsent() {
        JsonNode sample = ContractFiles.sample(CONTRIBUTION_SUBMITTED);
        assertThat(SampleVariants.withOneFieldLess(ContributionSubmitted.class, sample).keySet())
                .containsExactly(
                        "/employerId",
                        "/employerReceivedFen",
                        "/payer",
                        "/personalReceivedFen",
                        "/tier");
    }

    @Test
    void countsNullAsAbsent() {
        ObjectNode sample = (ObjectNode) ContractFiles.sample(CONTRIBUTION_SUBMITTED);
        sample.putNull("tier").putNull("personalReceivedFen");
        assertThat(invalid(CONTRIBUTION_SUBMITTED, sample)).isEmpty();
        sample.remove(List.of("tier", "personalReceivedFen"));
        assertThat(MessageJson.tree(read(CONTRIBUTION_SUBMITTED, sample))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theLedgersOwnBytesAreValidAndReadBack(String outcome) {
        Recorded decision = RECORDS.get(outcome);
        JsonNode bytes = MessageJson.MAPPER.readTree(decision.json().bytes());
        assertThat(invalid(LEDGER_RECORDED, bytes)).isEmpty();
        assertThat(changesOf(ContractFiles.schema(LEDGER_RECORDED).path("properties")))
                .containsAll(bytes.path("changes").propertyNames());
        assertThat(MessageJson.MAPPER.readValue(decision.json().bytes(), LedgerRecord.class))
                .isEqualTo(decision.record());
        assertThat(MessageJson.MAPPER.writeValueAsBytes(decision.record()))
                .as("a general writer gives the canonical bytes too")
                .isEqualTo(decision.json().bytes());
    }

    static Stream<String> outcomes() {
        return RECORDS.keySet().stream().sorted();
    }

    @Test
    void everyOutcomeOfTheLedgerIsAmongTheRecords() {
        assertThat(RECORDS.values())
                .extracting(decision -> decision.record().outcome().name())
                .contains("ACCEPTED", "DUPLICATE", "REFUSED");
    }

    @ParameterizedTest
    @MethodSource("brokenLines")
    void catchesWhatIsNotValid(String field, JsonNode value) {
        ObjectNode sample = (ObjectNode) ContractFiles.sample(CONTRIBUTION_SUBMITTED);
        sample.set(field, value);
        assertThat(invalid(CONTRIBUTION_SUBMITTED, sample))
                .anySatisfy(error -> assertThat(error).contains(field));
    }

    static Stream<Arguments> brokenLines() {
        return Stream.of(
                        "accountId \"1100-P1\"",
                        "date \"2025-02-30\"",
                        "period \"2025-13\"",
                        "type \"TOP_UP\"",
                        "tier \"GOLD\"",
                        "baseFen -5",
                        "baseFen 10.5",
                        "baseFen \"1000000\"",
                        "serial null")
                .map(line -> line.split(" ", 2))
                .map(line -> Arguments.of(line[0], MessageJson.MAPPER.readTree(line[1])));
    }

    @Test
    void catchesAMissingField() {
        ObjectNode sample = (ObjectNode) ContractFiles.sample(CONTRIBUTION_SUBMITTED);
        sample.remove("birthDate");
        assertThat(invalid(CONTRIBUTION_SUBMITTED, sample)).isNotEmpty();
    }

    @Test
    void catchesAReaderThatLosesAField() {
        ObjectNode sample = (ObjectNode) ContractFiles.sample(CONTRIBUTION_SUBMITTED);
        sample.put("fieldOfTomorrow", 1);
        assertThat(MessageJson.tree(read(CONTRIBUTION_SUBMITTED, sample))).isNotEqualTo(sample);
    }

    @Test
    void catchesARecordWithAHashThatIsNone() {
        ObjectNode sample = (ObjectNode) ContractFiles.sample(LEDGER_RECORDED);
        sample.put("previousHash", "abc");
        assertThat(invalid(LEDGER_RECORDED, sample)).isNotEmpty();
        assertThatThrownBy(() -> read(LEDGER_RECORDED, sample))
                .isInstanceOfAny(JacksonException.class, IllegalArgumentException.class);
    }

    private static Collection<String> changesOf(JsonNode fields) {
        return fields.path("changes").path("properties").propertyNames();
    }

    private static void holdsApproved(MessageType type) {
        String written = MessageJson.pretty(MessageJson.tree(Samples.of(type)));
        Approved.BY_SWITCH.holds(ContractFiles.sampleFile(type), written);
    }

    private static Object read(MessageType type, JsonNode value) {
        return MessageJson.MAPPER.readValue(value.toString(), type.record());
    }

    private static List<String> invalid(MessageType type, JsonNode value) {
        return Validation.of(value, ContractFiles.schema(type));
    }
}
