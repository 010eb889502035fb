package io.jieyu.sandbox.demo;

import io.jieyu.sandbox.Demo;
import io.jieyu.sandbox.DemoFailed;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Plays a whole year in minutes: twelve months of contributions and spends, twelve closes and the
 * year end, with some lapses, a freeze and a thaw. The business calendar is that of the messages.
 */
public final class PlayYear implements Demo {

    private static final int MONTHS = 12;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String CLERK = "clerk-3";
    private static final String HEAD = "head-1";

    private final int year;
    private final SampleYear sample;

    public PlayYear(int year) {
        this.year = year;
        this.sample = new SampleYear(year);
    }

    @Override
    public String play(Stage stage, PrintStream out) throws DemoFailed, InterruptedException {
        out.printf("The year %d in %s: twelve months, twelve closes%n", year, SampleYear.REGION);
        try (var api = new Api(stage.gateway())) {
            for (int month = 1; month < MONTHS; month++) {
                month(api, YearMonth.of(year, month), out);
            }
            JsonNode yearEnd = month(api, YearMonth.of(year, MONTHS), out);
            String report = report(api, yearEnd);
            out.print(report);
            return report;
        }
    }

    private JsonNode month(Api api, YearMonth month, PrintStream out)
            throws DemoFailed, InterruptedException {
        var lines = sample.lines(month);
        String batch = "year-" + month;
        api.post("/api/contributions/batches", Map.of("batchId", batch, "lines", lines));
        int credited = awaitDecided(api, batch);
        String spend = spend(api, month);
        long start = System.nanoTime();
        JsonNode certificate = close(api, month);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.printf(
                "  %s  %d of %d lines credited, %s; closed in %.1f s: %s%n",
                month,
                credited,
                lines.size(),
                spend,
                took.toMillis() / 1000.0,
                certificate.get("personsAfter"));
        return certificate;
    }

    /** Credited lines, once each has its outcome. */
    private static int awaitDecided(Api api, String batch) throws DemoFailed, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> answer = api.get("/api/contributions/batches/" + batch);
            if (answer.isPresent() && answer.get().at("/states/PENDING").asInt() == 0) {
                return answer.get().at("/states/CREDITED").asInt();
            }
            PlaySampleMonth.pause();
        }
        throw new DemoFailed("batch " + batch + " has lines without an outcome after " + LIMIT);
    }

    /** Somebody buys medicine; who is frozen is refused, and keeps the money. */
    private String spend(Api api, YearMonth month) throws DemoFailed, InterruptedException {
        String account = month.getMonthValue() % 2 == 0 ? sample.returned() : sample.steady();
        Map<String, Object> spend = sample.spend(month, account);
        JsonNode answer = api.instruct("/api/accounts/" + account + "/spends", spend);
        return answer.path("outcome").asString("").equals("REFUSED")
                ? "a spend refused: " + answer.at("/refusal/code").asString()
                : "a spend of %s paid".formatted(yuan(answer.at("/result/paidFen").asLong()));
    }

    private static JsonNode close(Api api, YearMonth month)
            throws DemoFailed, InterruptedException {
        JsonNode asked =
                api.instruct(
                        "/api/closings",
                        Map.of(
                                "regionCode",
                                SampleYear.REGION,
                                "period",
                                month.toString(),
                                "date",
                                month.plusMonths(1).atDay(1).toString(),
                                "requestedBy",
                                CLERK));
        if (!asked.has("state")) {
            throw new DemoFailed("the close of " + month + ": " + asked.path("detail").asString());
        }
        String path = "/api/closings/" + SampleYear.REGION + "/" + month;
        boolean confirmed = false;
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> closing = api.get(path);
            String state = closing.map(one -> one.get("state").asString()).orElse("");
            if (state.equals("COMPLETE")) {
                return closing.get().get("certificate");
            }
            if (state.equals("AWAITING_CONFIRMATION") && !confirmed) {
                api.instruct(path + "/confirmation", Map.of("confirmedBy", HEAD));
                confirmed = true;
            }
            PlaySampleMonth.pause();
        }
        throw new DemoFailed("the close of " + month + " is not complete after " + LIMIT);
    }

    private String report(Api api, JsonNode certificate) throws DemoFailed, InterruptedException {
        var text = new StringBuilder();
        text.append("%nThe certificate of the year end%n".formatted());
        text.append("  ").append(certificate.get("statement").asString()).append('\n');
        text.append("  ").append(certificate.get("statementZh").asString()).append('\n');
        row(text, "carried to the prior years", certificate.get("carriedFen").asLong());
        row(text, "interest", certificate.get("interestFen").asLong());
        for (String bucket : new String[] {"CURRENT", "PRIOR"}) {
            row(text, bucket + " before", certificate.at("/before/" + bucket).asLong());
            row(text, bucket + " after", certificate.at("/after/" + bucket).asLong());
        }
        text.append("\nWhat became of three persons\n");
        person(text, api, "paid every month", sample.steady());
        person(text, api, "stopped in March, came back in November", sample.returned());
        person(text, api, "stopped in March: frozen, and nothing was taken", sample.stopped());
        if (!certificate.get("nobodyLeftOut").asBoolean()
                || !certificate.get("inEqualsOut").asBoolean()) {
            throw new DemoFailed("the certificate does not add up: " + certificate);
        }
        return text.toString();
    }

    private static void person(StringBuilder text, Api api, String who, String account)
            throws DemoFailed, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> found = api.get("/api/accounts/" + account);
            if (found.isPresent() && found.get().at("/balances/currentFen").asLong() == 0) {
                JsonNode state = found.get();
                text.append(
                        "  %s  %s: %s, balance %s yuan (current year %s, prior years %s)%n"
                                .formatted(
                                        account,
                                        who,
                                        state.path("participation").asString(),
                                        yuan(state.get("balanceFen").asLong()),
                                        yuan(state.at("/balances/currentFen").asLong()),
                                        yuan(state.at("/balances/priorFen").asLong())));
                return;
            }
            PlaySampleMonth.pause();
        }
        throw new DemoFailed("account " + account + " does not show the year end after " + LIMIT);
    }

    private static void row(StringBuilder text, String name, long fen) {
        text.append("  %-34s%,18.2f yuan%n".formatted(name, BigDecimal.valueOf(fen, 2)));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
