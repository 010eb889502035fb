package io.jieyu.sandbox.demo;

import io.jieyu.sandbox.Demo;
import io.jieyu.sandbox.DemoFailed;
import io.jieyu.sandbox.demo.SampleLine.Channel;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import tools.jackson.databind.JsonNode;

/** Sends the sample month, half by Kafka and half by HTTP, and accounts for every line of it. */
public final class PlaySampleMonth implements Demo {

    private static final int EMPLOYERS = 200;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 250;

    private final int employers;

    public PlaySampleMonth() {
        this(EMPLOYERS);
    }

    /** A month of another size, for tests. */
    public PlaySampleMonth(int employers) {
        this.employers = employers;
    }

    @Override
    public String play(Stage stage, PrintStream out) throws DemoFailed, InterruptedException {
        List<SampleLine> lines = SampleMonth.lines(SampleMonth.SEED, employers);
        out.printf(
                "The sample month: %,d lines of January 2025, seed %d%n",
                lines.size(), SampleMonth.SEED);
        try (var api = new Api(stage.gateway());
                var rejected = new RejectedLines(stage.bootstrap())) {
            long start = System.nanoTime();
            var byHttp = only(lines, Channel.HTTP);
            var byKafka = only(lines, Channel.KAFKA);
            KafkaPayroll.send(stage.bootstrap(), byKafka);
            out.printf("  %,d lines written to Kafka%n", byKafka.size());
            Outcomes http = sendBatches(api, byHttp);
            out.printf("  %,d lines sent over HTTP%n", byHttp.size());
            var result = new Settlement(lines, http, api, rejected::byCode).await(LIMIT, out);
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            String report = new Report(lines.size(), seconds, result, api).text();
            out.print(report);
            return report;
        } catch (KafkaException e) {
            throw new DemoFailed("Kafka at " + stage.bootstrap() + ": " + e.getMessage());
        }
    }

    private static List<SampleLine> only(List<SampleLine> lines, Channel channel) {
        return lines.stream().filter(line -> line.channel() == channel).toList();
    }

    /** One batch an employer; the rejected lines are counted from the answers. */
    private static Outcomes sendBatches(Api api, List<SampleLine> lines)
            throws DemoFailed, InterruptedException {
        var batches = new LinkedHashMap<String, List<SampleLine>>();
        lines.forEach(
                line -> batches.computeIfAbsent(line.batchId(), _ -> new ArrayList<>()).add(line));
        var rejected = new Outcomes();
        for (var batch : batches.entrySet()) {
            var body =
                    Map.of(
                            "batchId",
                            batch.getKey(),
                            "lines",
                            batch.getValue().stream().map(PlaySampleMonth::json).toList());
            for (JsonNode line : api.post("/api/contributions/batches", body).get("lines")) {
                if (line.get("state").asString().equals("REJECTED")) {
                    rejected.add("rejected: " + line.at("/errors/0/code").asString(), 1);
                }
            }
        }
        return rejected;
    }

    private static Object json(SampleLine line) {
        if (line.raw() != null) {
            return line.raw();
        }
        var fields = new LinkedHashMap<String, Object>();
        if (line.messageId() != null) {
            fields.put("messageId", line.messageId());
        }
        fields.putAll(line.fields());
        return fields;
    }

    static Set<String> batches(List<SampleLine> lines) {
        var ids = new LinkedHashSet<String>();
        lines.forEach(line -> ids.add(line.batchId()));
        return ids;
    }

    static void pause() throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
    }
}
