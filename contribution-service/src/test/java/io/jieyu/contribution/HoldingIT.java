package io.jieyu.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.testservers.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Credits that wait for a new table: in their order, over a restart, once. */
class HoldingIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> ACCOUNTS =
            List.of("440300-P000001", "440300-P000002", "440300-P000003");

    private static final PolicyTable.Version A = version("A", null, "2025-06-30", "HOLD_CREDITS");
    private static final PolicyTable.Version B =
            version("B", "2025-07", "2025-08-31", "HOLD_CREDITS");
    private static final PolicyTable.Version C = version("C", "2025-09", null, "HOLD_CREDITS");

    private final TestServers servers = TestServers.start();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void letsCreditsWaitInOrderUntilTheNewTableArrives() throws Exception {
        try (var service = start()) {
            publish(table(A));
            awaitHolding(service);
            send(service, "june", lines("2025-06"));
            send(service, "july", lines("2025-07"));
            send(service, "august", lines("2025-08"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> {
                        assertThat(states(service, "june").at("/PENDING").asInt()).isEqualTo(3);
                        assertThat(states(service, "july").at("/HELD").asInt()).isEqualTo(3);
                        assertThat(states(service, "august").at("/HELD").asInt()).isEqualTo(3);
                    });
            assertThat(
                            ask(service, "/api/contributions/batches/july")
                                    .at("/lines/0/expected")
                                    .asString())
                    .isEqualTo("a table after 440300/A, whose date of review 2025-06-30 is over");
            assertThat(inbox("440300-P000001")).containsExactly("2025-06");
        }
        try (var service = start()) {
            send(service, "september", lines("2025-09"));
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(states(service, "september").at("/HELD").asInt())
                                    .isEqualTo(3));
            publish(table(A, B));
            await().atMost(LIMIT)
                    .untilAsserted(() -> {
                        for (String account : ACCOUNTS) {
                            assertThat(inbox(account))
                                    .as("September waits for the next table")
                                    .containsExactly("2025-06", "2025-07", "2025-08");
                        }
                    });
            publish(table(A, B, C));
            await().atMost(LIMIT)
                    .untilAsserted(() -> {
                        for (String account : ACCOUNTS) {
                            assertThat(inbox(account))
                                    .containsExactly("2025-06", "2025-07", "2025-08", "2025-09");
                        }
                    });
            await().atMost(LIMIT)
                    .untilAsserted(() -> {
                        send(service, "october", lines("2025-10"));
                        assertThat(inbox("440300-P000001")).contains("2025-10");
                    });
        }
        releasesNothingTwice();
    }

    /** The service has seen the table once it holds what the table holds. */
    private void awaitHolding(ConfigurableApplicationContext service) {
        await().atMost(LIMIT)
                .untilAsserted(() -> {
                    send(service, "probe", List.of(line("440300-P000009", "2025-09")));
                    assertThat(servers.read(Topic.CONTRIBUTION_HELD)).isNotEmpty();
                });
    }

    private void releasesNothingTwice() throws Exception {
        try (var service = start()) {
            send(service, "november", lines("2025-11"));
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(inbox("440300-P000002").getLast()).isEqualTo("2025-11"));
            assertThat(inbox("440300-P000002").stream().filter("2025-07"::equals)).hasSize(1);
        }
    }

    @Test
    void warnsOnlyWhereTheRegionSaysSo() throws Exception {
        try (var service = start()) {
            publish(table(version("A", null, "2025-06-30", "WARN")));
            send(service, "july", lines("2025-07"));
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(inbox("440300-P000001")).containsExactly("2025-07"));
        }
    }

    private List<String> inbox(String account) {
        return servers.read(Topic.ACCOUNT_INBOX).stream()
                .filter(record -> account.equals(record.key()))
                .map(record -> String.valueOf(Json.tree(record.value()).get("period")))
                .toList();
    }

    private static List<Map<String, Object>> lines(String period) {
        return ACCOUNTS.stream().map(account -> line(account, period)).toList();
    }

    private static Map<String, Object> line(String account, String period) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("messageId", account + "-" + period);
        line.put("accountId", account);
        line.put("date", YearMonth.parse(period).atDay(10).toString());
        line.put("type", "REGULAR");
        line.put("period", period);
        line.put("serial", "1");
        line.put("category", "EMPLOYEE");
        line.put("employerId", "914403000000000001");
        line.put("birthDate", "1990-05-01");
        line.put("baseFen", 1_000_000);
        line.put("personalReceivedFen", 20_300);
        line.put("employerReceivedFen", 80_000);
        return line;
    }

    private static PolicyTable.Version version(
            String name, String from, String reviewBy, String afterReviewBy) {
        return new PolicyTable.Version(
                name,
                1,
                LocalDate.of(2025, 1, 1),
                null,
                null,
                from == null ? null : YearMonth.parse(from),
                null,
                null,
                reviewBy == null ? null : LocalDate.parse(reviewBy),
                null,
                Map.of("afterReviewBy", afterReviewBy),
                List.of());
    }

    private static PolicyTable table(PolicyTable.Version... versions) {
        return new PolicyTable("default", "440300", Map.of("zh", "深圳市"), List.of(versions));
    }

    private void publish(PolicyTable table) throws Exception {
        var event =
                CloudEvent.of(MessageType.POLICY_TABLE, "table", "/test", "440300", Instant.EPOCH);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            CloudEvents.record(
                                    Topic.POLICY_TABLES, 0, "440300", event, Json.write(table)))
                    .get();
        }
    }

    private static void send(
            ConfigurableApplicationContext service, String batch, List<Map<String, Object>> lines)
            throws Exception {
        String body =
                Json.MAPPER.writeValueAsString(
                        Map.of("batchId", batch, "lines", new ArrayList<>(lines)));
        var request =
                HttpRequest.newBuilder(address(service, "/api/contributions/batches"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    private static JsonNode states(ConfigurableApplicationContext service, String batch)
            throws Exception {
        return ask(service, "/api/contributions/batches/" + batch).at("/states");
    }

    private static JsonNode ask(ConfigurableApplicationContext service, String path)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return Json.MAPPER.readTree(
                    client.send(
                                    HttpRequest.newBuilder(address(service, path)).build(),
                                    BodyHandlers.ofString())
                            .body());
        }
    }

    private static URI address(ConfigurableApplicationContext service, String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + service.getEnvironment().getProperty("local.server.port")
                        + path);
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                ContributionService.class,
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + servers.bootstrap(),
                "--jieyu.mongodb.uri=" + servers.mongoUri(),
                "--jieyu.topics.partitions=2");
    }
}
