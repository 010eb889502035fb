package io.jieyu.sandbox.demo;

import io.jieyu.sandbox.DemoFailed;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Waits until every line has its outcome, and adds them up: each line that was submitted must be in
 * the sum.
 */
final class Settlement {

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final int MISSING_NAMED = 5;

    private final List<SampleLine> lines;
    private final Outcomes rejectedByHttp;
    private final Api api;
    private final Supplier<Map<String, Integer>> rejectedByKafka;
    private final List<String> missing = new ArrayList<>();

    /**
     * Of these lines.
     *
     * @param rejectedByHttp what the answers to the batches said
     * @param rejectedByKafka lines by code, so far
     */
    Settlement(
            List<SampleLine> lines,
            Outcomes rejectedByHttp,
            Api api,
            Supplier<Map<String, Integer>> rejectedByKafka) {
        this.lines = lines;
        this.rejectedByHttp = rejectedByHttp;
        this.api = api;
        this.rejectedByKafka = rejectedByKafka;
    }

    /**
     * Returns when every line has its outcome.
     *
     * @throws DemoFailed when the limit is reached before, or when there are more outcomes than
     *     lines; the message says what is missing
     */
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
                throw failed(now, after);
            }
            if (after.compareTo(nextWord) > 0) {
                out.printf("  %,d of %,d lines have their outcome%n", now.all(), lines.size());
                nextWord = after.plus(TELL_EVERY);
            }
            PlaySampleMonth.pause();
        }
    }

    private DemoFailed failed(Outcomes now, Duration after) {
        return new DemoFailed(
                "%,d lines submitted, %,d accounted for after %d s: %s; without an outcome: %s"
                        .formatted(
                                lines.size(),
                                now.all(),
                                after.toSeconds(),
                                now.counts(),
                                missing.isEmpty()
                                        ? "none that a batch knows of"
                                        : missing.stream().limit(MISSING_NAMED).toList()));
    }

    private Outcomes now() throws DemoFailed, InterruptedException {
        var outcomes = new Outcomes();
        rejectedByHttp.counts().forEach(outcomes::add);
        rejectedByKafka.get().forEach((code, count) -> outcomes.add("rejected: " + code, count));
        missing.clear();
        for (String batch : PlaySampleMonth.batches(lines)) {
            var answer = api.get("/api/contributions/batches/" + batch);
            if (answer.isPresent()) {
                add(outcomes, answer.get().get("lines"));
            } else {
                missing.add("batch " + batch);
            }
        }
        outcomes.add("sent again (the first outcome stands)", sentAgain());
        return outcomes;
    }

    private void add(Outcomes outcomes, JsonNode batch) {
        var seen = new HashSet<String>();
        for (JsonNode line : batch) {
            boolean first =
                    seen.add(
                            line.path("messageId").asString("")
                                    + line.path("accountId").asString(""));
            switch (line.get("state").asString()) {
                case "CREDITED" -> outcomes.add(Outcomes.CREDITED, first ? 1 : 0);
                case "DUPLICATE" -> outcomes.add(Outcomes.DUPLICATE, first ? 1 : 0);
                case "REFUSED" ->
                        outcomes.add(Outcomes.REFUSED + line.get("code").asString(), first ? 1 : 0);
                case "PENDING" -> missing.add(line.path("messageId").asString(""));
                // Counted where it was rejected: in the answer, or on the topic of rejected lines.
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
