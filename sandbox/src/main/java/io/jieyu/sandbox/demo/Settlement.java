package io.jieyu.sandbox.demo;

import io.jieyu.sandbox.DemoFailed;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Waits until every line has its outcome, and adds them up: each line that was submitted must be in
 * the sum.
 */
final class Settlement {

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final List<SampleLine> lines;
    private final Outcomes rejectedByHttp;
    private final Api api;
    private final RejectedLines rejectedByKafka;

    Settlement(
            List<SampleLine> lines,
            Outcomes rejectedByHttp,
            Api api,
            RejectedLines rejectedByKafka) {
        this.lines = lines;
        this.rejectedByHttp = rejectedByHttp;
        this.api = api;
        this.rejectedByKafka = rejectedByKafka;
    }

    Outcomes await(Duration limit, PrintStream out) throws DemoFailed, InterruptedException {
        long start = System.nanoTime();
        Duration nextWord = TELL_EVERY;
        while (true) {
            Outcomes now = now();
            if (now.all() == lines.size()) {
                return now;
            }
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            if (now.all() > lines.size() || after.compareTo(limit) > 0) {
                throw new DemoFailed(
                        "%,d lines submitted, %,d accounted for after %d s: %s"
                                .formatted(
                                        lines.size(), now.all(), after.toSeconds(), now.counts()));
            }
            if (after.compareTo(nextWord) > 0) {
                out.printf("  %,d of %,d lines have their outcome%n", now.all(), lines.size());
                nextWord = after.plus(TELL_EVERY);
            }
            PlaySampleMonth.pause();
        }
    }

    private Outcomes now() throws DemoFailed, InterruptedException {
        var outcomes = new Outcomes();
        rejectedByHttp.counts().forEach(outcomes::add);
        rejectedByKafka.byCode().forEach((code, count) -> outcomes.add("rejected: " + code, count));
        for (String batch : PlaySampleMonth.batches(lines)) {
            var answer = api.get("/api/contributions/batches/" + batch);
            if (answer.isPresent()) {
                add(outcomes, answer.get().get("lines"));
            }
        }
        outcomes.add("sent again (the first outcome stands)", sentAgain());
        return outcomes;
    }

    private static void add(Outcomes outcomes, JsonNode batch) {
        var seen = new HashSet<String>();
        for (JsonNode line : batch) {
            boolean first =
                    seen.add(
                            line.path("messageId").asString("")
                                    + line.path("accountId").asString(""));
            switch (line.get("state").asString()) {
                case "CREDITED" -> outcomes.add("credited", first ? 1 : 0);
                case "DUPLICATE" -> outcomes.add("duplicate of a credited line", first ? 1 : 0);
                case "REFUSED" ->
                        outcomes.add("refused: " + line.get("code").asString(), first ? 1 : 0);
                default -> {}
            }
        }
    }

    /** Lines with an id that came before: they have no outcome of their own. */
    private int sentAgain() {
        var ids = new HashSet<String>();
        return (int)
                lines.stream()
                        .filter(line -> line.messageId() != null && line.raw() == null)
                        .filter(line -> !ids.add(line.messageId() + line.fields().get("accountId")))
                        .count();
    }
}
