package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.codec.Json;
import io.jieyu.sandbox.services.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A table changes under living accounts: the preview says what then happens, each month is credited
 * by its own version, and a version that begins in the past is settled by true-ups, once.
 */
class PolicyChangeIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String REGION = "110000";
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = JANUARY.plusMonths(1);
    private static final YearMonth MARCH = JANUARY.plusMonths(2);
    private static final int PERSONS = 40;

    /** From this person on, nobody pays after January. */
    private static final int STOPPED = 31;

    /** The reform undone: rates by age, a freeze after the first month of grace. */
    private static final String CHANGE =
            """
            regionCode: "110000"
            name: {zh: "北京市", en: "Beijing"}
            versions:
              - version: "C"
                effectiveFrom: "2025-03"
                announcedOn: "2025-02-20"
                reviewBy: null
                legalReference: "a test"
                personalRate: "0.02"
                employerRateBasis: OWN_BASE
                employerBands:
                  - {minAge: 0, maxAgeExclusive: 35, rate: "0.005"}
                  - {minAge: 35, maxAgeExclusive: 45, rate: "0.01"}
                  - {minAge: 45, maxAgeExclusive: null, rate: "0.02"}
                baseLimits:
                  - {from: "2024-07", floorFen: 682100, ceilingFen: 3528300}
                mutualAidFen: 300
                backPayment: {credit: ALWAYS, bucket: BY_CONTRIBUTION_PERIOD, allocation: OLDEST_FIRST}
                lapse: {graceMonths: 1, freezeAfterMonths: 1, waitingMonths: {EMPLOYER: 6, INDIVIDUAL: 6}}
                provenance:
                  - {field: effectiveFrom, source: "a test", grade: D}
                  - {field: personalRate, source: "a test", grade: D}
                  - {field: employerRateBasis, source: "a test", grade: D}
                  - {field: employerBands, source: "a test", grade: D}
                  - {field: baseLimits, source: "a test", grade: D}
                  - {field: mutualAidFen, source: "a test", grade: D}
                  - {field: backPayment, source: "a test", grade: D}
                  - {field: lapse, source: "a test", grade: D}
            """;

    /** February at three per cent, decided afterwards. */
    private static final String CORRECTION =
            CHANGE.replace("version: \"C\"", "version: \"D\"")
                    .replace("effectiveFrom: \"2025-03\"", "effectiveFrom: \"2025-02\"")
                    .replace("personalRate: \"0.02\"", "personalRate: \"0.03\"")
                    .replace("rate: \"0.005\"", "rate: \"0\"")
                    .replace("rate: \"0.01\"", "rate: \"0\"")
                    .replace("rate: \"0.02\"", "rate: \"0\"");

    @TempDir private Path folder;

    private Reading door;

    @Test
    void doesWhatItsPreviewSaid() throws Exception {
        try (var servers = new RunningServers(folder).with(Service.values());
                var api = new Reading(servers.url(Service.GATEWAY))) {
            door = api;
            pay(JANUARY, JANUARY, "REGULAR", 1, PERSONS);
            close(JANUARY);
            pay(FEBRUARY, FEBRUARY, "REGULAR", 1, STOPPED - 1);
            close(FEBRUARY);

            String change = draft(CHANGE);
            JsonNode preview = preview(change);
            assertThat(preview.at("/month").asString()).isEqualTo("2025-03");
            assertThat(preview.at("/before/creditFen").asLong())
                    .as("all %s persons go on paying as in January", PERSONS)
                    .isEqualTo(credited(JANUARY, 1, PERSONS));
            assertThat(preview.at("/close/period").asString()).isEqualTo("2025-03");
            assertThat(preview.at("/close/before").has("FROZEN")).isFalse();
            assertThat(preview.at("/adjustments/months").asLong()).isZero();
            publish(change, false);

            pay(MARCH, MARCH, "REGULAR", 1, STOPPED - 1);
            creditsByBandAsPreviewed(preview);
            close(MARCH);
            assertThat(frozenIn(MARCH)).isEqualTo(preview.at("/close/after/FROZEN").asInt());

            pay(FEBRUARY, MARCH.plusMonths(1), "BACK_PAYMENT", STOPPED, STOPPED);
            pay(MARCH, MARCH.plusMonths(1), "BACK_PAYMENT", STOPPED, STOPPED);
            assertThat(policiesOf(STOPPED))
                    .containsEntry("2025-01", "110000/B")
                    .containsEntry("2025-02", "110000/B")
                    .containsEntry("2025-03", "110000/C");
            correctsThePast();
            assertThat(Audited.clean(servers.bootstrap(), folder).findings()).isEmpty();
        }
    }

    /** Each person that paid is credited as the band said, and their sum is the band's share. */
    private void creditsByBandAsPreviewed(JsonNode preview) throws Exception {
        var actual = new TreeMap<String, long[]>();
        for (int person = 1; person < STOPPED; person++) {
            long[] sums = actual.computeIfAbsent(band(person), _ -> new long[2]);
            sums[0]++;
            sums[1] += credited(MARCH, person, person);
        }
        // Those who stopped are in the preview too: they are credited what they would have been.
        for (int person = STOPPED; person <= PERSONS; person++) {
            long[] sums = actual.computeIfAbsent(band(person), _ -> new long[2]);
            sums[0]++;
            sums[1] += expectedFen(person);
        }
        assertThat(preview.at("/after/bands")).hasSize(actual.size());
        for (JsonNode band : preview.at("/after/bands")) {
            assertThat(actual.get(band.at("/band").asString()))
                    .as(band.toString())
                    .containsExactly(band.at("/persons").asLong(), band.at("/creditFen").asLong());
        }
    }

    private void correctsThePast() throws Exception {
        String correction = draft(CORRECTION);
        JsonNode refused =
                door.answer(
                        "/api/policies/drafts/" + correction + "/proposal",
                        "{\"proposedBy\": \"li.na\"}");
        assertThat(refused.at("/code").asString()).isEqualTo("EFFECTIVE_MONTH_CLOSED");
        JsonNode preview = preview(correction);
        publish(correction, true);

        String list = "/api/adjustments/110000/110000/D";
        JsonNode shown = door.get(list + "?limit=1000");
        assertThat(shown.at("/adjustments")).hasSize(STOPPED);
        long total = 0;
        for (JsonNode row : shown.at("/adjustments")) {
            assertThat(row.at("/period").asString()).isEqualTo("2025-02");
            total += row.at("/differenceFen").asLong();
        }
        assertThat(total).isPositive().isEqualTo(preview.at("/adjustments/creditFen").asLong());
        assertThat(preview.at("/adjustments/months").asInt()).isEqualTo(STOPPED);

        long before = balance(1);
        long due = shown.at("/adjustments/0/differenceFen").asLong();
        String request =
                "{\"regionCode\": \"110000\", \"policyId\": \"110000/D\", \"requestedBy\":"
                        + " \"li.na\", \"date\": \"2025-04-20\"}";
        assertThat(door.answer("/api/adjustments", request).at("/state").asString())
                .isEqualTo("REQUESTED");
        assertThat(
                        door.answer(list + "/approval", "{\"approvedBy\": \"li.na\"}")
                                .at("/code")
                                .asString())
                .isEqualTo("SAME_PERSON");
        String approval = "{\"approvedBy\": \"wang.wei\"}";
        JsonNode posted = door.answer(list + "/approval", approval);
        assertThat(posted.at("/state").asString()).as(posted.toString()).isEqualTo("POSTED");
        assertThat(posted.at("/creditFen").asLong()).isEqualTo(total);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(door.get(list).at("/adjustments")).isEmpty());
        assertThat(balance(1)).isEqualTo(before + due);

        long entries = entries(1).size();
        assertThat(door.answer(list + "/approval", approval).at("/state").asString())
                .isEqualTo("POSTED");
        assertThat(door.answer("/api/adjustments", request).at("/state").asString())
                .isEqualTo("POSTED");
        assertThat(balance(1)).isEqualTo(before + due);
        assertThat(entries(1)).hasSize((int) entries);
    }

    private String draft(String document) throws Exception {
        JsonNode draft = door.answer("/api/policies/110000/drafts?by=li.na", document);
        assertThat(draft.at("/state").asString()).as(draft.toString()).isEqualTo("VALIDATED");
        return draft.at("/draftId").asString();
    }

    private JsonNode preview(String draftId) throws Exception {
        JsonNode begun =
                door.answer(
                        "/api/policies/drafts/" + draftId + "/previews",
                        "{\"scenarios\": [\"after-the-reform-only-the-personal-part\"]}");
        assertThat(begun.at("/scenarios/0/scenario").asString())
                .as(begun.toString())
                .isEqualTo("after-the-reform-only-the-personal-part");
        String next = begun.at("/next").asString();
        await().atMost(LIMIT)
                .until(() -> !door.get(next).at("/state").asString().equals("RUNNING"));
        JsonNode done = door.get(next);
        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/preview/accounts").asInt()).isEqualTo(PERSONS);
        assertThat(done.at("/looked").asLong()).isEqualTo(done.at("/ofAbout").asLong());
        return done.at("/preview");
    }

    private void publish(String draftId, boolean retroactive) throws Exception {
        String draft = "/api/policies/drafts/" + draftId;
        door.answer(
                draft + "/proposal",
                "{\"proposedBy\": \"li.na\", \"retroactive\": " + retroactive + "}");
        JsonNode published = door.answer(draft + "/approval", "{\"approvedBy\": \"wang.wei\"}");
        assertThat(published.at("/state").asString())
                .as(published.toString())
                .isEqualTo("PUBLISHED");
    }

    private void pay(YearMonth period, YearMonth received, String type, int from, int to)
            throws Exception {
        var lines =
                IntStream.rangeClosed(from, to)
                        .mapToObj(person -> line(person, period, received, type))
                        .toList();
        String batch = period + "-" + type + "-" + from;
        door.answer(
                "/api/contributions/batches",
                Json.MAPPER.writeValueAsString(Map.of("batchId", batch, "lines", lines)));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(
                                        door.get("/api/contributions/batches/" + batch)
                                                .at("/states/CREDITED")
                                                .asInt())
                                .isEqualTo(lines.size()));
        // The read side has them too.
        await().atMost(LIMIT)
                .untilAsserted(() -> {
                    for (int person = from; person <= to; person++) {
                        assertThat(entries(person).toString())
                                .contains("%s-%s-%d\"".formatted(period, type, person));
                    }
                });
    }

    private static Map<String, Object> line(
            int person, YearMonth period, YearMonth received, String type) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("messageId", "%s-%s-%d".formatted(period, type, person));
        line.put("accountId", account(person));
        line.put("date", received.atDay(10).toString());
        line.put("type", type);
        line.put("period", period.toString());
        line.put("serial", "1");
        line.put("category", "EMPLOYEE");
        line.put("employerId", "911100000000000001");
        line.put("birthDate", born(person).toString());
        line.put("baseFen", base(person));
        line.put("personalReceivedFen", base(person) / 25);
        line.put("employerReceivedFen", base(person) / 10);
        return line;
    }

    private void close(YearMonth month) throws Exception {
        door.answer(
                "/api/closings",
                Json.MAPPER.writeValueAsString(
                        Map.of(
                                "regionCode",
                                REGION,
                                "period",
                                month.toString(),
                                "date",
                                month.plusMonths(1).atDay(1).toString(),
                                "requestedBy",
                                "clerk-3")));
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        door.get("/api/closings/110000/" + month)
                                .at("/state")
                                .asString()
                                .equals("COMPLETE"));
        // The read side has every record of the close: who did not pay was told something.
        await().atMost(LIMIT)
                .untilAsserted(() -> {
                    for (int person = STOPPED; person <= PERSONS; person++) {
                        assertThat(closeOf(person, month).isEmpty())
                                .isEqualTo(month.equals(JANUARY));
                    }
                });
    }

    private int frozenIn(YearMonth month) throws Exception {
        int frozen = 0;
        for (int person = 1; person <= PERSONS; person++) {
            if (closeOf(person, month).toString().contains("\"FROZEN\"")) {
                frozen++;
            }
        }
        assertThat(frozen).isEqualTo(PERSONS - STOPPED + 1);
        return frozen;
    }

    private List<JsonNode> closeOf(int person, YearMonth month) throws Exception {
        return entries(person).stream()
                .filter(entry -> entry.at("/kind").asString().equals("monthClosed"))
                .filter(entry -> entry.at("/message/period").asString().equals(month.toString()))
                .toList();
    }

    private List<JsonNode> entries(int person) throws Exception {
        var entries = new ArrayList<JsonNode>();
        door.get("/api/accounts/" + account(person) + "/entries?limit=200")
                .at("/entries")
                .forEach(entry -> entries.add(entry.at("/record")));
        return entries;
    }

    private long balance(int person) throws Exception {
        return door.get("/api/accounts/" + account(person)).at("/balanceFen").asLong();
    }

    /** What was credited for the month from contributions. */
    private long credited(YearMonth month, int from, int to) throws Exception {
        long sum = 0;
        for (int person = from; person <= to; person++) {
            for (JsonNode entry : entries(person)) {
                for (JsonNode posting : entry.at("/postings")) {
                    boolean credit =
                            posting.at("/from").asString().equals("CONTRIBUTIONS")
                                    && posting.at("/to").asString().equals("CURRENT");
                    if (credit && posting.at("/period").asString().equals(month.toString())) {
                        sum += posting.at("/amountFen").asLong();
                    }
                }
            }
        }
        return sum;
    }

    private Map<String, String> policiesOf(int person) throws Exception {
        var policies = new TreeMap<String, String>();
        for (JsonNode entry : entries(person)) {
            for (JsonNode posting : entry.at("/postings")) {
                if (posting.at("/rule").asString().equals("7.4")) {
                    policies.put(
                            posting.at("/period").asString(), posting.at("/policyId").asString());
                }
            }
        }
        return policies;
    }

    private static String account(int person) {
        return "110000-C%06d".formatted(person);
    }

    private static LocalDate born(int person) {
        return LocalDate.of(1970 + person % 35, 6, 1);
    }

    private static long base(int person) {
        return 700_000L + person * 2_000L;
    }

    private static String band(int person) {
        int age = age(person);
        return "EMPLOYEE " + (age < 35 ? "0-34" : age < 45 ? "35-44" : "45+");
    }

    private static int age(int person) {
        return 2025 - born(person).getYear() - 1;
    }

    /** By the table, computed without a line of the ledger; the bases are whole hundreds. */
    private static long expectedFen(int person) {
        int age = age(person);
        long base = base(person);
        return base * 20 / 1000
                + (age < 35 ? base * 5 / 1000 : age < 45 ? base * 10 / 1000 : base * 20 / 1000);
    }
}
