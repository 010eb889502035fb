package io.jieyu.sandbox.demo;

import io.jieyu.sandbox.demo.SampleLine.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/**
 * Makes the lines of January 2025: employers, flexible workers of both tiers, a few residents, and
 * the mistakes of every real month. The same seed gives the same lines.
 */
final class SampleMonth {

    static final long SEED = 20250105;

    private static final String PERIOD = "2025-01";
    private static final int PERSONS_AN_EMPLOYER = 45;
    private static final int KAFKA_BATCH = 1_000;

    private final Random random;
    private final int employers;
    private final List<SampleLine> lines = new ArrayList<>();
    private int persons;
    private int kafkaLines;

    private SampleMonth(long seed, int employers) {
        this.random = new Random(seed);
        this.employers = employers;
    }

    /** All lines in the order in which they are sent. */
    static List<SampleLine> lines(long seed, int employers) {
        var month = new SampleMonth(seed, employers);
        month.employees();
        month.flexibleWorkers();
        month.residents();
        month.mistakes();
        return List.copyOf(month.lines);
    }

    private void employees() {
        for (int employer = 0; employer < employers; employer++) {
            String region = region();
            Channel channel = employer % 2 == 0 ? Channel.HTTP : Channel.KAFKA;
            String employerId = "91%s%06d000X".formatted(region, employer);
            for (int i = 0; i < PERSONS_AN_EMPLOYER; i++) {
                String httpBatch = "demo-%s-E%03d".formatted(PERIOD, employer);
                lines.add(
                        line(channel, httpBatch, region, "EMPLOYEE", baseFen())
                                .with("employerId", employerId));
            }
        }
    }

    private void flexibleWorkers() {
        for (int i = 0; i < employers * 4; i++) {
            String tier = random.nextInt(5) < 3 ? "POOLED_AND_ACCOUNT" : "POOLED_ONLY";
            lines.add(line(Channel.KAFKA, "", region(), "FLEXIBLE", baseFen()).with("tier", tier));
        }
    }

    private void residents() {
        for (int i = 0; i < employers / 2; i++) {
            var resident = line(Channel.KAFKA, "", region(), "RESIDENT", 0);
            lines.add(
                    resident.with("personalReceivedFen", 40_000L)
                            .with("employerReceivedFen", 67_000L));
        }
    }

    private SampleLine line(
            Channel channel, String httpBatch, String region, String category, long baseFen) {
        String person = "P%06d".formatted(++persons);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("accountId", region + "-" + person);
        fields.put("date", "%s-%02d".formatted(PERIOD, 3 + random.nextInt(25)));
        fields.put("type", "REGULAR");
        fields.put("period", PERIOD);
        fields.put("serial", "1");
        fields.put("category", category);
        fields.put(
                "birthDate", LocalDate.of(1962, 1, 1).plusDays(random.nextInt(16_000)).toString());
        fields.put("baseFen", baseFen);
        boolean usualBase = baseFen >= 1_000_000 && baseFen <= 2_500_000;
        if (usualBase && category.equals("EMPLOYEE")) {
            fields.put("personalReceivedFen", (baseFen * 2 + 50) / 100 + 300);
            fields.put("employerReceivedFen", baseFen * 9 / 100);
        } else if (category.equals("FLEXIBLE")) {
            fields.put("personalReceivedFen", 120_000 + baseFen / 25);
        }
        String batchId = channel == Channel.HTTP ? httpBatch : kafkaBatch();
        return new SampleLine(channel, batchId, "demo-" + PERIOD + "-" + person, fields, null);
    }

    private String kafkaBatch() {
        return "demo-%s-K%03d".formatted(PERIOD, kafkaLines++ / KAFKA_BATCH);
    }

    /**
     * Most people earn something in the middle, a few below every floor and above every ceiling.
     */
    private long baseFen() {
        return switch (random.nextInt(20)) {
            case 0 -> 300_000 + random.nextInt(100_000);
            case 1 -> 4_000_000 + random.nextInt(2_000_000);
            default -> 800_000 + random.nextInt(1_900_000);
        };
    }

    private String region() {
        int share = random.nextInt(100);
        if (share < 40) {
            return "110000";
        }
        if (share < 70) {
            return "310000";
        }
        return share < 85 ? "130900" : "440300";
    }

    /**
     * One in a hundred is sent twice; a few say something else under another id, come too early, or
     * are broken.
     */
    private void mistakes() {
        var good =
                lines.stream()
                        .filter(line -> "EMPLOYEE".equals(line.fields().get("category")))
                        .toList();
        int step = Math.max(1, good.size() / (employers / 2 + 1));
        for (int i = 0; i < good.size(); i += step) {
            SampleLine line = good.get(i);
            lines.add(line);
            switch (i / step % 10) {
                case 1, 2 -> lines.add(line.as(line.messageId() + "-again"));
                case 3, 4 ->
                        lines.add(line.as(line.messageId() + "-other").with("baseFen", 1_234_567L));
                case 5 -> lines.add(line.as(line.messageId() + "-early").with("period", "2027-01"));
                case 6 -> lines.add(line.as(line.messageId() + "-negative").with("baseFen", -1L));
                case 7 ->
                        lines.add(
                                line.as(line.messageId() + "-nowhere")
                                        .with("accountId", "990000-P000001"));
                case 8 -> lines.add(line.as(null));
                case 9 ->
                        lines.add(
                                line.as(line.messageId() + "-broken")
                                        .broken("{\"accountId\": \"110000-P0"));
                default -> {}
            }
        }
    }
}
