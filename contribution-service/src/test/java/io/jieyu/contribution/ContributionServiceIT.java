package io.jieyu.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.testservers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole service on a real broker and a MongoDB: both doors in, all states out. */
class ContributionServiceIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static TestServers servers;
    private static ConfigurableApplicationContext service;
    private static URI address;

    @BeforeAll
    static void start() {
        servers = TestServers.start();
        service =
                SpringApplication.run(
                        ContributionService.class,
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + servers.bootstrap(),
                        "--jieyu.mongodb.uri=" + servers.mongoUri(),
                        "--jieyu.topics.partitions=2");
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
        servers.close();
    }

    @Test
    void followsEachLineOfABatchUntilTheLedgerHasDecided() throws Exception {
        JsonNode answer =
                post(
                        """
                        {"batchId":"B1","lines":[%s,%s,%s,{"messageId":"bad","accountId":"110000-P9"}]}\
                        """
                                .formatted(line("b1", 1), line("b2", 2), line("b3", 3)));
        assertThat(answer.get("received").asInt()).isEqualTo(3);
        assertThat(answer.at("/lines/3/state").asString()).isEqualTo("REJECTED");
        awaitStates("B1", Map.of("PENDING", 3, "REJECTED", 1));

        ledger(1, "b1", "\"outcome\":\"ACCEPTED\"");
        ledger(2, "b2", "\"outcome\":\"DUPLICATE\",\"duplicateOf\":\"b0\"");
        ledger(
                3,
                "b3",
                "\"outcome\":\"REFUSED\",\"refusal\":{\"code\":\"UNDERPAID\",\"expected\":\"more\"}");
        awaitStates(
                "B1",
                Map.of("PENDING", 0, "CREDITED", 1, "DUPLICATE", 1, "REFUSED", 1, "REJECTED", 1));
        JsonNode batch = get("/api/contributions/batches/B1");
        assertThat(batch.at("/lines/2/code").asString()).isEqualTo("UNDERPAID");
        assertThat(batch.at("/lines/0/entry").asString())
                .isEqualTo("/api/accounts/%s/entries/1".formatted(InboxLoad.accountId(1)));
        assertThat(batch.get("asOf")).isNotEmpty();
    }

    @Test
    void answersABatchThatIsSentAgainInTheSameWay() throws Exception {
        String batch = "{\"batchId\":\"B2\",\"lines\":[%s]}".formatted(line("again", 20));
        JsonNode first = post(batch);
        awaitStates("B2", Map.of("PENDING", 1));
        assertThat(post(batch)).isEqualTo(first);
        awaitStates("B2", Map.of("PENDING", 1));
    }

    @Test
    void takesALineThatWasRepairedAtItsOldPlace() throws Exception {
        post("{\"batchId\":\"B3\",\"lines\":[{\"messageId\":\"r1\",\"accountId\":\"x\"}]}");
        awaitStates("B3", Map.of("REJECTED", 1));
        post("{\"batchId\":\"B3\",\"lines\":[%s]}".formatted(line("r1", 30)));
        awaitStates("B3", Map.of("REJECTED", 0, "PENDING", 1));
    }

    @Test
    void knowsALineWhoseDecisionArrivesBeforeTheLine() throws Exception {
        ledger(50, "early", "\"outcome\":\"ACCEPTED\"");
        var path = "/api/contributions/lines?accountId=" + InboxLoad.accountId(50);
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> get(path + "&messageId=early") != null);
        post("{\"batchId\":\"B5\",\"lines\":[%s]}".formatted(line("early", 50)));
        awaitStates("B5", Map.of("CREDITED", 1, "PENDING", 0));
    }

    @Test
    void namesTheLimitsOfABatch() throws Exception {
        var many = send("{\"batchId\":\"B4\",\"lines\":[%s0]}".formatted("0,".repeat(5_000)));
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("5001 lines", "at most 5000 lines");
        var large = send("{\"batchId\":\"%s\"}".formatted("x".repeat(8 << 20)));
        assertThat(large.body()).contains("TOO_LARGE", "at most 8388608");
    }

    @Test
    void rejectsABatchThatIsNone() throws Exception {
        for (String body :
                new String[] {
                    "nothing",
                    "null",
                    "[]",
                    "{}",
                    "{\"batchId\":\"a b\",\"lines\":[1]}",
                    "{\"batchId\":\"B\",\"lines\":[]}"
                }) {
            var answer = send(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(Json.MAPPER.readTree(answer.body()).get("code").asString())
                    .isEqualTo("INVALID_REQUEST");
        }
        assertThat(
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(
                                                        address.resolve(
                                                                "/api/contributions/batches/none"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .body())
                .contains("BATCH_NOT_FOUND");
    }

    @Test
    void givesEveryBadRecordOfKafkaItsCodeAndLosesNone() throws Exception {
        kafka(
                "k-good",
                line("k-good", 40).getBytes(UTF_8),
                MessageType.CONTRIBUTION_SUBMITTED.ceType());
        kafka("k-json", "not JSON".getBytes(UTF_8), MessageType.CONTRIBUTION_SUBMITTED.ceType());
        kafka("k-type", line("k-type", 41).getBytes(UTF_8), "somebody.elses.v1");
        kafka("k-large", new byte[10 << 20], MessageType.CONTRIBUTION_SUBMITTED.ceType());
        kafka(
                null,
                line("k-none", 42).getBytes(UTF_8),
                MessageType.CONTRIBUTION_SUBMITTED.ceType());
        kafka("x".repeat(2 << 20), "{}".getBytes(UTF_8), "y".repeat(2 << 20));
        String nowhere = line("k-nowhere", 43).replace("110000-", "990000-");
        kafka("k-nowhere", nowhere.getBytes(UTF_8), MessageType.CONTRIBUTION_SUBMITTED.ceType());
        kafka(
                "k-negative",
                line("k-negative", 44)
                        .replaceFirst("\"baseFen\":\\d+", "\"baseFen\":-1")
                        .getBytes(UTF_8),
                MessageType.CONTRIBUTION_SUBMITTED.ceType());
        kafka(
                "k-good-2",
                line("k-good-2", 45).getBytes(UTF_8),
                MessageType.CONTRIBUTION_SUBMITTED.ceType());
        var line = "/api/contributions/lines?accountId=%s&messageId=%s";
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(
                                    get(line.formatted(InboxLoad.accountId(40), "k-good"))
                                            .at("/line/state")
                                            .asString())
                            .isEqualTo("PENDING");
                    assertThat(
                                    get(line.formatted(InboxLoad.accountId(45), "k-good-2"))
                                            .at("/line/state")
                                            .asString())
                            .isEqualTo("PENDING");
                    JsonNode rejected = get(line.formatted("990000-P0000043", "k-nowhere"));
                    assertThat(rejected.at("/line/errors/0/code").asString())
                            .isEqualTo("UNKNOWN_REGION");
                });
        var codes =
                List.of(
                        "NOT_JSON",
                        "WRONG_TYPE",
                        "TOO_LARGE",
                        "MISSING_HEADER",
                        "UNKNOWN_REGION",
                        "INVALID_FIELD");
        await().atMost(LIMIT).until(() -> rejectedCodes().containsAll(codes));
    }

    private static List<String> rejectedCodes() {
        return servers.read(Topic.CONTRIBUTION_REJECTED).stream()
                .map(record -> Json.MAPPER.readTree(record.value()).at("/errors/0/code").asString())
                .toList();
    }

    private static void awaitStates(String batchId, Map<String, Integer> expected) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    JsonNode states = get("/api/contributions/batches/" + batchId).get("states");
                    expected.forEach((state, count) ->
                            assertThat(states.get(state).asInt()).as(state).isEqualTo(count));
                });
    }

    private static void kafka(String id, byte[] value, String type) throws Exception {
        var record =
                new ProducerRecord<String, byte[]>(Topic.CONTRIBUTION_SUBMITTED.topicName(), value);
        if (id != null) {
            record.headers().add(CloudEvent.ID_HEADER, id.getBytes(UTF_8));
        }
        record.headers().add(CloudEvent.TYPE_HEADER, type.getBytes(UTF_8));
        send(record);
    }

    private static void ledger(int person, String id, String outcome) throws Exception {
        String json =
                """
                {"sequence":1,"previousHash":"%s","accountId":"%s","messageId":"%s","kind":"contribution",%s,\
                "message":{},"postings":[],"changes":{},"balances":{"currentFen":0,"priorFen":0,"suspenseFen":0,\
                "inTransitFen":0,"receivableFen":0},"policies":[]}\
                """
                        .formatted("0".repeat(64), InboxLoad.accountId(person), id, outcome);
        var event = CloudEvent.of(MessageType.LEDGER_RECORDED, id, "/test", null, Instant.EPOCH);
        send(
                CloudEvents.record(
                        Topic.ACCOUNT_LEDGER,
                        null,
                        InboxLoad.accountId(person),
                        event,
                        json.getBytes(UTF_8)));
    }

    private static void send(ProducerRecord<String, byte[]> record) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrap(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        12 << 20);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static String line(String id, int person) {
        return "{\"messageId\":\"%s\",%s".formatted(id, InboxLoad.json(person, 0).substring(1));
    }

    private static JsonNode post(String body) throws IOException, InterruptedException {
        var answer = send(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Json.MAPPER.readTree(answer.body());
    }

    private static HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/api/contributions/batches"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address.resolve(path)).build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
