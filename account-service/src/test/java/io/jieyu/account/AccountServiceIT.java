package io.jieyu.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.Hash;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.testservers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole service on a real broker and a MongoDB: a month in, every fen accounted for, seen and
 * explained.
 */
class AccountServiceIT {

    private static final InboxLoad LOAD = new InboxLoad(200, 3);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;
    private static final String PERSON = InboxLoad.accountId(7);

    @TempDir private static Path folder;

    private static TestServers servers;
    private static ConfigurableApplicationContext service;
    private static URI address;

    @BeforeAll
    static void start() {
        servers = TestServers.start();
        servers.makeTopics(PARTITIONS);
        LOAD.writeInbox(servers.bootstrap(), PARTITIONS);
        service =
                SpringApplication.run(
                        AccountService.class,
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + servers.bootstrap(),
                        "--spring.kafka.streams.state-dir=" + folder,
                        "--jieyu.mongodb.uri=" + servers.mongoUri(),
                        "--jieyu.topics.partitions=" + PARTITIONS);
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port"));
        awaitCredited();
    }

    @AfterAll
    static void stop() {
        service.close();
        servers.close();
    }

    @Test
    void sumsToZeroAndSaysHowFarItIs() throws Exception {
        JsonNode totals = get("/api/ledger/totals");
        assertThat(totals.get("sumFen").asLong()).isZero();
        assertThat(totals.get("accounts").asInt()).isEqualTo(LOAD.persons());
        assertThat(totals.at("/regions/110000/MUTUAL_AID").asLong())
                .isEqualTo(300L * LOAD.contributions());
        assertThat(totals.get("asOf")).hasSize(PARTITIONS);
    }

    @Test
    void showsAnAccountWithItsEntriesByPages() throws Exception {
        JsonNode account = get("/api/accounts/" + PERSON);
        assertThat(account.get("contributionMonths").asInt()).isEqualTo(3);
        assertThat(account.get("balanceFen").asLong())
                .isEqualTo(account.at("/balances/currentFen").asLong());
        assertThat(account.get("asOf")).hasSize(1);
        JsonNode page = get("/api/accounts/" + PERSON + "/entries?limit=2&year=2015");
        assertThat(page.get("entries")).hasSize(2);
        JsonNode rest =
                get(
                        "/api/accounts/"
                                + PERSON
                                + "/entries?limit=2&after="
                                + page.get("next").asLong());
        assertThat(rest.get("entries")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(get("/api/accounts/" + PERSON + "/entries?year=2014").get("entries")).isEmpty();
        assertThat(get("/api/accounts/" + PERSON + "/entries?outcome=REFUSED").get("entries"))
                .isEmpty();
    }

    @Test
    void chainsTheEntriesByTheHashesThatItShows() throws Exception {
        JsonNode entries = get("/api/accounts/" + PERSON + "/entries").get("entries");
        String head = Hash.ZERO.toString();
        for (JsonNode entry : entries) {
            assertThat(entry.at("/record/previousHash").asString()).isEqualTo(head);
            head = entry.get("hash").asString();
        }
    }

    @Test
    void explainsAnEntryInTwoLanguages() throws Exception {
        JsonNode entry = get("/api/accounts/" + PERSON + "/entries/1");
        assertThat(entry.at("/explanation/1/en").asString())
                .contains("HALF_UP(", "policy 110000/A");
        assertThat(entry.at("/explanation/1/zh").asString()).contains("个人账户当年部分");
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        assertThat(problem("/api/accounts/110000-NOBODY")).isEqualTo("404 ACCOUNT_NOT_FOUND");
        assertThat(problem("/api/accounts/nobody")).isEqualTo("400 INVALID_REQUEST");
        assertThat(problem("/api/accounts/" + PERSON + "/entries/99"))
                .isEqualTo("404 ENTRY_NOT_FOUND");
        assertThat(problem("/api/accounts/" + PERSON + "/entries?limit=0"))
                .isEqualTo("400 INVALID_REQUEST");
        assertThat(problem("/api/accounts/" + PERSON + "/entries/first"))
                .isEqualTo("400 INVALID_REQUEST");
        assertThat(problem("/api/nothing")).startsWith("404");
    }

    @Test
    void tellsOfRefusalsWhereThereIsNoAccount() throws Exception {
        String id = "110000-REFUSED";
        var event =
                CloudEvent.of(MessageType.CONTRIBUTION_RECEIVED, "r1", "/test", id, Instant.EPOCH);
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrap());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(
                            CloudEvents.record(
                                    Topic.ACCOUNT_INBOX, null, id, event, "{}".getBytes(UTF_8)))
                    .get();
        }
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(send("/api/accounts/" + id).body())
                                .contains(
                                        "ACCOUNT_NOT_FOUND",
                                        "1 messages for it were refused",
                                        "INVALID_FIELD"));
    }

    @Test
    void writesEachDroppedCollectionAnew() throws Exception {
        var paths =
                List.of(
                        "/api/accounts/" + PERSON,
                        "/api/accounts/" + PERSON + "/entries",
                        "/api/ledger/totals");
        var before = paths.stream().map(AccountServiceIT::content).toList();
        try (var mongo = MongoClients.create(servers.mongoUri())) {
            for (String collection : List.of("accounts", "entries", "totals")) {
                mongo.getDatabase("jieyu").getCollection(collection).drop();
            }
        }
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(paths.stream().map(AccountServiceIT::content).toList())
                                .isEqualTo(before));
    }

    @Test
    void tellsTheTruthAboutItsHealthAndCounts() throws Exception {
        JsonNode health = get("/actuator/health");
        assertThat(health.at("/components/streams/details/state").asString()).isEqualTo("RUNNING");
        assertThat(health.at("/components/projections/details/totals").asString())
                .startsWith("UP_TO_DATE");
        assertThat(send("/actuator/prometheus").body())
                .contains(
                        "jieyu_account_messages_total{",
                        "jieyu_projection_lag{",
                        "jieyu_account_parked{");
        assertThat(get("/v3/api-docs").get("paths").has("/api/accounts/{accountId}")).isTrue();
    }

    private static void awaitCredited() {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        get("/api/ledger/totals").at("/outcomes/contribution/ACCEPTED").asInt()
                                == LOAD.contributions());
    }

    private static JsonNode content(String path) {
        try {
            return ((ObjectNode) get(path)).without("asOf");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String problem(String path) throws IOException, InterruptedException {
        var answer = send(path);
        return answer.statusCode()
                + " "
                + Json.MAPPER.readTree(answer.body()).path("code").asString("");
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        var answer = send(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve(path)).build(),
                        BodyHandlers.ofString());
    }
}
