package io.jieyu.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.jieyu.sandbox.DemoFailed;
import io.jieyu.sandbox.StubHttp;
import io.jieyu.sandbox.StubHttp.Answer;
import io.jieyu.sandbox.demo.SampleLine.Channel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Answer UNKNOWN = new Answer(404, "{}");
    private final PrintStream out =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    private final Outcomes rejectedByHttp = new Outcomes();
    private final Map<String, Integer> rejectedByKafka = new HashMap<>();

    @Test
    void addsUpEveryLineByItsOutcome() throws Exception {
        rejectedByHttp.add("rejected: NEGATIVE", 1);
        rejectedByKafka.put("NOT_JSON", 1);
        var lines =
                List.of(
                        line("a"),
                        line("a"),
                        line("b"),
                        line("c"),
                        line("negative"),
                        line("d").broken("{"));
        String batch =
                batch(
                        state("a", "CREDITED"),
                        state("a", "CREDITED"),
                        state("b", "DUPLICATE"),
                        "{\"messageId\":\"c\",\"accountId\":\"x\",\"state\":\"REFUSED\",\"code\":\"TOO_EARLY\"}",
                        state("negative", "REJECTED"));
        assertThat(settle(lines, LIMIT, _ -> new Answer(200, batch)).counts())
                .containsOnly(
                        entry("credited", 1),
                        entry("sent again (the first outcome stands)", 1),
                        entry("duplicate of a credited line", 1),
                        entry("refused: TOO_EARLY", 1),
                        entry("rejected: NEGATIVE", 1),
                        entry("rejected: NOT_JSON", 1));
    }

    @Test
    void waitsForABatchThatIsNotKnownYetAndForALineThatIsPending() throws Exception {
        var asked = new AtomicInteger();
        Function<String, Answer> later =
                _ ->
                        switch (asked.getAndIncrement()) {
                            case 0 -> UNKNOWN;
                            case 1 -> new Answer(200, batch(state("a", "PENDING")));
                            default -> new Answer(200, batch(state("a", "CREDITED")));
                        };
        assertThat(settle(List.of(line("a")), LIMIT, later).counts())
                .containsOnly(entry("credited", 1));
        assertThat(asked).hasValue(3);
    }

    @Test
    void namesTheLinesAndBatchesThatAreMissingWhenItsTimeIsUp() {
        String pending = batch(state("a", "CREDITED"), state("b", "PENDING"));
        failsWith(
                List.of(line("a"), line("b")),
                _ -> new Answer(200, pending),
                "2 lines submitted, 1 accounted for after 0 s: {credited=1}; without an outcome:"
                        + " [b]");
        failsWith(
                List.of(line("a")),
                _ -> UNKNOWN,
                "1 lines submitted, 0 accounted for after 0 s: {}; without an outcome: [batch B]");
    }

    @Test
    void failsAtOnceWhenThereAreMoreOutcomesThanLines() {
        rejectedByKafka.put("NOT_JSON", 1);
        String credited = batch(state("a", "CREDITED"));
        failsWith(
                List.of(line("a")),
                _ -> new Answer(200, credited),
                "1 lines submitted, 2 accounted for after 0 s: {credited=1, rejected: NOT_JSON=1};"
                        + " without an outcome: none that a batch knows of");
    }

    private void failsWith(
            List<SampleLine> lines, Function<String, Answer> answers, String message) {
        assertThatExceptionOfType(DemoFailed.class)
                .isThrownBy(() -> settle(lines, Duration.ZERO, answers))
                .withMessage(message);
    }

    private Outcomes settle(
            List<SampleLine> lines, Duration limit, Function<String, Answer> answers)
            throws Exception {
        try (var gateway = StubHttp.start(0, answers);
                var api = new Api(gateway.uri())) {
            return new Settlement(lines, rejectedByHttp, api, () -> rejectedByKafka)
                    .await(limit, out);
        }
    }

    private static SampleLine line(String messageId) {
        return new SampleLine(Channel.HTTP, "B", messageId, Map.of("accountId", "x"), null);
    }

    private static String state(String messageId, String state) {
        return "{\"messageId\":\"%s\",\"accountId\":\"x\",\"state\":\"%s\"}"
                .formatted(messageId, state);
    }

    private static String batch(String... lines) {
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }
}
