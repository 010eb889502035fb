package io.jieyu.contribution.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jieyu.codec.Json;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.contribution.ContributionReceived;
import io.jieyu.contracts.contribution.LineError;
import io.jieyu.contracts.contribution.LineLocator;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckLineTest {

    private static final String TYPE = MessageType.CONTRIBUTION_SUBMITTED.ceType();
    private static final LineLocator PLACE = LineLocator.inTopic("t", 1, 2);

    @Test
    void receivesAGoodLineWithEveryFieldItCameWith() {
        var line = line();
        line.put("settlementReference", "bank-17");
        assertThat(check(line))
                .isInstanceOfSatisfying(
                        CheckedLine.Received.class,
                        received -> {
                            assertThat(received.messageId()).isEqualTo("m1");
                            assertThat(received.accountId()).isEqualTo("110000-P1");
                            assertThat(received.fields())
                                    .containsEntry("settlementReference", "bank-17");
                            var read =
                                    Json.read(
                                            Json.write(received.fields()),
                                            ContributionReceived.class);
                            assertThat(read.baseFen()).isEqualTo(1_000_000);
                        });
    }

    @Test
    void addsThePlaceInTheBatch() {
        var submitted =
                new SubmittedLine(
                        "m1", TYPE, null, Json.write(line()), LineLocator.inBatch("B1", 3));
        assertThat(CheckLine.check(submitted))
                .isInstanceOfSatisfying(
                        CheckedLine.Received.class,
                        received ->
                                assertThat(received.fields())
                                        .containsEntry("batchId", "B1")
                                        .containsEntry("lineNumber", 3L));
    }

    @ParameterizedTest
    @CsvSource({
        "accountId, P1, INVALID_FIELD",
        "accountId, 110000-, INVALID_FIELD",
        "accountId, 990000-P1, UNKNOWN_REGION",
        "date, 2025-02-30, INVALID_FIELD",
        "date, 20250105, INVALID_FIELD",
        "type, PAYMENT, INVALID_FIELD",
        "period, 2025-13, INVALID_FIELD",
        "period, 2025-1, INVALID_FIELD",
        "serial, '', INVALID_FIELD",
        "category, RETIREE, INVALID_FIELD",
        "tier, POOLED_ONLY, INVALID_FIELD",
        "payer, ME, INVALID_FIELD",
        "employerId, '', INVALID_FIELD",
        "birthDate, 1990-1-1, INVALID_FIELD",
        "causedBy, m0, CAUSED_BY_NOT_ALLOWED",
    })
    void namesTheFieldTheValueAndWhatWasExpected(String field, String value, String code) {
        var line = line();
        line.put(field, value);
        assertThat(errors(check(line)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.value()).isEqualTo(value);
                    assertThat(error.expected()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountId",
                "date",
                "type",
                "period",
                "serial",
                "category",
                "birthDate",
                "baseFen"
            })
    void missesEachRequiredField(String field) {
        var line = line();
        line.remove(field);
        assertThat(errors(check(line)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.value()).isNull();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseFen", "personalReceivedFen", "employerReceivedFen"})
    void takesAmountsThatAreWholeNotNegativeAndNotAbsurd(String field) {
        for (Object wrong : List.of(-1L, "1", new BigDecimal("1.5"), true, 100_000_000_001L)) {
            var line = line();
            line.put(field, wrong);
            assertThat(errors(check(line)))
                    .as("%s %s", field, wrong)
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo(field));
        }
    }

    @Test
    void tellsAllErrorsAtOnce() {
        var line = line();
        line.put("baseFen", -1L);
        line.put("date", "x");
        line.remove("serial");
        assertThat(errors(check(line)))
                .extracting(LineError::field)
                .containsExactly("date", "serial", "baseFen");
    }

    @Test
    void refusesABaseOfAResident() {
        var line = line();
        line.put("category", "RESIDENT");
        assertThat(errors(check(line))).extracting(LineError::field).containsExactly("baseFen");
    }

    @Test
    void tellsErrorsThatDependOnAnotherFieldBesideTheOthers() {
        var line = line();
        line.put("date", "x");
        line.put("category", "RESIDENT");
        line.put("tier", "POOLED_ONLY");
        line.put("personalReceivedFen", "1");
        assertThat(errors(check(line)))
                .extracting(LineError::field)
                .containsExactly("date", "tier", "baseFen", "personalReceivedFen");
    }

    @Test
    void missesTheMessageIdOfABatchLineBesideItsOtherErrors() {
        var line = line();
        line.put("messageId", 7L);
        line.remove("serial");
        var submitted =
                new SubmittedLine(null, TYPE, null, Json.write(line), LineLocator.inBatch("B1", 1));
        assertThat(errors(CheckLine.check(submitted)))
                .extracting(LineError::field, LineError::value)
                .containsExactly(tuple("messageId", "7"), tuple("serial", null));
    }

    @ParameterizedTest
    @CsvSource({"batchId, 7", "batchId, '\"\"'", "lineNumber, '\"1\"'", "lineNumber, 0"})
    void takesAPlaceThatALineOfKafkaNamesOnlyWhenItIsOne(String field, String json) {
        String line = new String(Json.write(line()), UTF_8);
        String placed = line.replaceFirst("}$", ",\"%s\":%s}".formatted(field, json));
        assertThat(
                        errors(
                                CheckLine.check(
                                        new SubmittedLine(
                                                "m1", TYPE, null, placed.getBytes(UTF_8), PLACE))))
                .extracting(LineError::field)
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "employerId"})
    void limitsTextsToAHundredCharactersWithoutControlCharacters(String field) {
        for (String wrong : List.of("x".repeat(101), "a\nb")) {
            var line = line();
            line.put(field, wrong);
            assertThat(errors(check(line))).extracting(LineError::field).containsExactly(field);
        }
        var line = line();
        line.put(field, "x".repeat(100));
        assertThat(check(line)).isInstanceOf(CheckedLine.Received.class);
    }

    /** What is written about a line must fit into a message, or the line would stop the others. */
    @Test
    void keepsTheRejectionSmallWhateverTheHeadersHold() {
        String endless = "x".repeat(2 << 20);
        for (var line :
                List.of(
                        new SubmittedLine(endless, TYPE, null, Json.write(line()), PLACE),
                        new SubmittedLine("m1", endless, null, Json.write(line()), PLACE),
                        new SubmittedLine("m1", TYPE, endless, Json.write(line()), PLACE),
                        new SubmittedLine("m1", TYPE, null, new byte[2 << 20], PLACE))) {
            assertThat(CheckLine.check(line))
                    .isInstanceOfSatisfying(
                            CheckedLine.Rejected.class,
                            rejected ->
                                    assertThat(Json.write(rejected.rejection()).length)
                                            .isLessThan(256 << 10));
        }
    }

    @Test
    void refusesAContextOfAnotherAccount() {
        var submitted = new SubmittedLine("m1", TYPE, "110000-P2", Json.write(line()), PLACE);
        assertThat(errors(CheckLine.check(submitted)))
                .extracting(LineError::field)
                .containsExactly("ce_subject");
    }

    @Test
    void refusesWhatIsNoLine() {
        assertThat(code(new SubmittedLine(null, TYPE, null, Json.write(line()), PLACE)))
                .isEqualTo("MISSING_HEADER");
        assertThat(code(new SubmittedLine("m1", null, null, Json.write(line()), PLACE)))
                .isEqualTo("MISSING_HEADER");
        assertThat(code(new SubmittedLine("m1", "other", null, Json.write(line()), PLACE)))
                .isEqualTo("WRONG_TYPE");
        for (String text :
                List.of("", "not JSON", "[]", "7", "null", "{\"a\":1,\"a\":2}", "{} {}")) {
            assertThat(code(new SubmittedLine("m1", TYPE, null, text.getBytes(UTF_8), PLACE)))
                    .as(text)
                    .isEqualTo("NOT_JSON");
        }
    }

    @Test
    void refusesWhatIsTooLargeAndShowsItsBeginning() {
        var large = "x".repeat(10 << 20).getBytes(UTF_8);
        assertThat(CheckLine.check(new SubmittedLine("m1", TYPE, null, large, PLACE)))
                .isInstanceOfSatisfying(
                        CheckedLine.Rejected.class,
                        rejected -> {
                            assertThat(rejected.rejection().errors().getFirst().code())
                                    .isEqualTo("TOO_LARGE");
                            assertThat(rejected.rejection().line()).hasSize((32 << 10) + 1);
                            assertThat(rejected.rejection().locator()).isEqualTo(PLACE);
                        });
    }

    @Property
    void receivesOrRejectsWhateverComes(@ForAll("values") Map<String, Object> fields) {
        var line = line();
        line.putAll(fields);
        switch (check(line)) {
            case CheckedLine.Received received ->
                    assertThat(received.fields()).containsAllEntriesOf(Map.of("type", "REGULAR"));
            case CheckedLine.Rejected(var rejection) -> assertThat(rejection.errors()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> values() {
        Arbitrary<Object> value =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(120).map(text -> text),
                        Arbitraries.longs().map(number -> number),
                        Arbitraries.bigDecimals().map(number -> number),
                        Arbitraries.of(true, false).map(truth -> truth),
                        Arbitraries.of(
                                        "2025-01",
                                        "1990-01-01",
                                        "EMPLOYEE",
                                        "POOLED_ONLY",
                                        "110000-P1")
                                .map(text -> text),
                        Arbitraries.of(List.of(), Map.of()));
        return Arbitraries.maps(
                        Arbitraries.of(
                                "accountId",
                                "date",
                                "period",
                                "serial",
                                "category",
                                "tier",
                                "payer",
                                "birthDate",
                                "baseFen",
                                "personalReceivedFen",
                                "employerReceivedFen",
                                "employerId",
                                "anything"),
                        value)
                .ofMaxSize(3);
    }

    private static String code(SubmittedLine line) {
        return errors(CheckLine.check(line)).getFirst().code();
    }

    private static List<LineError> errors(CheckedLine line) {
        return ((CheckedLine.Rejected) line).rejection().errors();
    }

    private static CheckedLine check(Map<String, Object> line) {
        return CheckLine.check(new SubmittedLine("m1", TYPE, null, Json.write(line), PLACE));
    }

    private static Map<String, Object> line() {
        var line = new LinkedHashMap<String, Object>();
        line.put("accountId", "110000-P1");
        line.put("date", "2025-01-05");
        line.put("type", "REGULAR");
        line.put("period", "2025-01");
        line.put("serial", "1");
        line.put("category", "EMPLOYEE");
        line.put("birthDate", "1990-01-01");
        line.put("baseFen", 1_000_000L);
        return line;
    }
}
