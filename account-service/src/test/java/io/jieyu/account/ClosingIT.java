package io.jieyu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.codec.Json;
import io.jieyu.codec.tlog.NoteSigner;
import io.jieyu.codec.tlog.PersonProof;
import io.jieyu.codec.tlog.SignedNote;
import io.jieyu.codec.tlog.TlogProof;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.testservers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Closes and instructions over HTTP, on a real broker: one story, told in the order of its tests.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosingIT {

    private static final int PERSONS = 300;
    private static final InboxLoad LOAD = new InboxLoad(PERSONS, 2);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PARTITIONS = 3;
    private static final NoteSigner SIGNER =
            NoteSigner.generate("jieyu.example/test", new SecureRandom());
    private static final String PERSON = InboxLoad.accountId(7);

    @TempDir private static Path folder;

    private static TestServers servers;
    private static ConfigurableApplicationContext service;
    private static URI address;

    record Answer(int status, JsonNode body) {}

    @BeforeAll
    static void start() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), SIGNER.privateText());
        servers = TestServers.start();
        servers.makeTopics(PARTITIONS);
        LOAD.writeInbox(servers.bootstrap(), PARTITIONS);
        service =
                SpringApplication.run(
                        AccountService.class,
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + servers.bootstrap(),
                        "--spring.kafka.streams.state-dir=" + folder.resolve("streams"),
                        "--jieyu.certificates.key-file=" + key,
                        "--jieyu.mongodb.uri=" + servers.mongoUri(),
                        "--jieyu.topics.partitions=" + PARTITIONS);
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port"));
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        get("/api/ledger/totals")
                                        .body()
                                        .at("/outcomes/contribution/ACCEPTED")
                                        .asInt()
                                == LOAD.contributions());
    }

    @AfterAll
    static void stop() {
        service.close();
        servers.close();
    }

    @Test
    @Order(1)
    void closesAMonthAndProvesThatNobodyWasLeftOut() throws Exception {
        Answer asked = close("2015-01");
        assertThat(asked.status()).isIn(200, 202);
        JsonNode closing = awaitComplete("2015-01");
        JsonNode certificate = closing.get("certificate");
        assertThat(certificate.get("accountsExpected").asInt()).isEqualTo(PERSONS);
        assertThat(certificate.get("accountsSealed").asInt()).isEqualTo(PERSONS);
        assertThat(certificate.get("nobodyLeftOut").asBoolean()).isTrue();
        assertThat(certificate.get("inEqualsOut").asBoolean()).isTrue();
        assertThat(certificate.at("/personsAfter/ACTIVE").asInt()).isEqualTo(PERSONS);
        assertThat(certificate.get("roots").size()).isEqualTo(PARTITIONS);
        assertThat(certificate.get("before")).isEqualTo(certificate.get("after"));
        assertThat(certificate.get("statement").asString()).contains("nobody was left out");
        assertThat(close("2015-01").status()).as("asked again").isEqualTo(200);
        String signed =
                await().atMost(LIMIT)
                        .until(
                                () -> get("/api/closings/110000/2015-01").body(),
                                shown -> shown.has("signed"))
                        .at("/signed/certificate")
                        .asString();
        assertThat(SignedNote.parse(signed).signedBy(List.of(SIGNER.key()))).contains(SIGNER.key());
    }

    @Test
    @Order(2)
    void provesWhatAnAccountCameToAtTheClose() throws Exception {
        String path = "/api/accounts/" + PERSON + "/proofs/110000/2015-01?records=true";
        var proof = TlogProof.parse(text(path));
        PersonProof.Proved proved = PersonProof.check(proof, List.of(SIGNER.key()));
        assertThat(proved.account()).isEqualTo(PERSON);
        assertThat(proved.balances().currentFen()).isPositive();
        assertThat(proved.records()).isPositive().isEqualTo((int) proved.sequence());
        assertThat(get("/api/accounts/" + PERSON + "/proofs/110000/2015-07").status())
                .isEqualTo(404);
        assertThat(get("/api/accounts/110000-NOBODY/proofs/110000/2015-01").status())
                .isEqualTo(404);
        assertThat(get("/api/accounts/" + PERSON + "/proofs/310000/2015-01").status())
                .isEqualTo(400);
    }

    private static String text(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    @Order(3)
    void refusesAMonthThatIsNotTheNext() throws Exception {
        Answer refused = close("2015-03");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("code").asString()).isEqualTo("CLOSE_NOT_CONSECUTIVE");
        assertThat(refused.body().get("detail").asString()).contains("2015-02");
        assertThat(post("/api/closings", Map.of("regionCode", "110000")).status()).isEqualTo(400);
    }

    @Test
    @Order(4)
    void answersAnInstructionFromTheLedgerItselfAndTheSameOnARetry() throws Exception {
        Map<String, Object> spend =
                Map.of(
                        "messageId", "spend-1",
                        "date", "2015-02-05",
                        "spendId", "S1",
                        "amountFen", 1_000,
                        "use", "PHARMACY",
                        "providerId", "H1");
        Answer paid = post("/api/accounts/" + PERSON + "/spends", spend);
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.body().get("outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(paid.body().at("/result/paidFen").asInt()).isEqualTo(1_000);
        Answer again = post("/api/accounts/" + PERSON + "/spends", spend);
        assertThat(again.body().get("replayed").asBoolean()).isTrue();
        assertThat(again.body().get("balances")).isEqualTo(paid.body().get("balances"));
        assertThat(again.body().get("result")).isEqualTo(paid.body().get("result"));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(
                                        get("/api/accounts/" + PERSON + "/instructions/spend-1")
                                                .status())
                                .isEqualTo(200));
    }

    @Test
    @Order(5)
    void tellsTheCodeOfARefusal() throws Exception {
        Answer refused =
                post(
                        "/api/accounts/" + PERSON + "/refunds",
                        Map.of(
                                "messageId", "refund-1",
                                "date", "2015-02-06",
                                "refundId", "F1",
                                "spendId", "S1",
                                "amountFen", 1_001));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/refusal/code").asString()).isEqualTo("REFUND_EXCEEDS_SPEND");
        assertThat(post("/api/accounts/" + PERSON + "/wishes", Map.of("messageId", "w")).status())
                .isEqualTo(404);
        assertThat(post("/api/accounts/" + PERSON + "/holds", Map.of("caseNo", "1")).status())
                .isEqualTo(400);
        assertThat(
                        post(
                                        "/api/accounts/" + PERSON + "/holds",
                                        Map.of("messageId", "h", "causedBy", "x"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    @Order(6)
    void letsNobodySetABalanceAndRecordsTheAttempt() throws Exception {
        Answer refused =
                send(
                        "PUT",
                        "/api/accounts/" + PERSON + "/balance",
                        Map.of("messageId", "set-1", "date", "2015-02-06", "balanceFen", 0));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/refusal/field").asString()).isEqualTo("kind");
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(
                                        get("/api/accounts/" + PERSON + "/instructions/set-1")
                                                .body()
                                                .at("/outcome")
                                                .asString())
                                .isEqualTo("REFUSED"));
    }

    @Test
    @Order(7)
    void tellsWhyABalanceIsAsItIsAndWhatComesWhenNothingIsPaid() throws Exception {
        Answer why = get("/api/accounts/" + PERSON + "/why?on=2015-03-10");
        assertThat(why.body().at("/reasons/0/code").asString()).isEqualTo("CREDIT_PENDING");
        assertThat(why.body().at("/reasons/0/zh").asString()).isEqualTo("本月缴费尚未到账。");
        assertThat(get("/api/accounts/110000-NOBODY/why").body().at("/reasons/0/code").asString())
                .isEqualTo("NO_ACCOUNT_YET");
        JsonNode outlook = get("/api/accounts/" + PERSON + "/outlook").body();
        assertThat(outlook.at("/thresholds/0/event").asString()).isEqualTo("GRACE_ENDS");
        assertThat(outlook.at("/thresholds/0/on").asString()).isEqualTo("2015-06-30");
        assertThat(outlook.at("/thresholds/2/event").asString()).isEqualTo("DEREGISTRATION");
        assertThat(outlook.at("/thresholds/2").has("on")).as("never").isFalse();
        assertThat(outlook.at("/nextClose/period").asString()).isEqualTo("2015-02");
        assertThat(get("/api/accounts/110000-NOBODY/outlook").status()).isEqualTo(404);
        assertThat(get("/api/accounts/nobody/why").status()).isEqualTo(400);
    }

    @Test
    @Order(8)
    void listsWhoLapsesAtTheNextCloseBeforeItHappens() throws Exception {
        assertThat(previewed("2015-02", "")).as("everybody has paid").isEmpty();
        assertThat(close("2015-02").status()).isIn(200, 202);
        awaitComplete("2015-02");
        Set<String> lapse = previewed("2015-03", "&notice=MONTH_MISSED");
        assertThat(lapse).hasSize(PERSONS).contains(PERSON);
        assertThat(previewed("2015-03", "&notice=FROZEN")).isEmpty();
        assertThat(close("2015-03").status()).isIn(200, 202);
        assertThat(awaitComplete("2015-03").at("/certificate/personsAfter/LAPSED").asInt())
                .as("what was previewed is what happens")
                .isEqualTo(lapse.size());
    }

    @Test
    @Order(9)
    void previewsNothingThatItDoesNotKnow() throws Exception {
        assertThat(get("/api/closings/310000/preview").status()).isEqualTo(404);
        Answer tooMany = get("/api/closings/110000/preview?limit=1001");
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.body().at("/errors/0/expected").asString()).isEqualTo("1 to 1000");
    }

    @Test
    @Order(10)
    void endsAYearOnlyWhenASecondPersonConfirmsAndMovesEveryFenToThePriorYears() throws Exception {
        for (YearMonth month = YearMonth.of(2015, 4);
                month.isBefore(YearMonth.of(2015, 12));
                month = month.plusMonths(1)) {
            assertThat(close(month.toString()).status()).isIn(200, 202);
            awaitComplete(month.toString());
        }
        Answer waiting = close("2015-12");
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.body().get("state").asString()).isEqualTo("AWAITING_CONFIRMATION");
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(get("/api/closings/110000/2015-12").status()).isEqualTo(200));
        Answer same = confirm("clerk-3");
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.body().get("code").asString()).isEqualTo("SAME_PERSON");
        assertThat(confirm("head-1").status()).isIn(200, 202);
        JsonNode certificate = awaitComplete("2015-12").get("certificate");
        assertThat(certificate.get("carriedFen").asLong())
                .isPositive()
                .isEqualTo(certificate.at("/before/CURRENT").asLong());
        assertThat(certificate.at("/after/CURRENT").asLong(0)).isZero();
        assertThat(certificate.at("/after/PRIOR").asLong())
                .isEqualTo(
                        certificate.get("carriedFen").asLong()
                                + certificate.get("interestFen").asLong());
        assertThat(certificate.at("/personsAfter/LAPSED").asInt()).isEqualTo(PERSONS);
        await().atMost(LIMIT)
                .untilAsserted(() -> {
                    JsonNode totals = get("/api/ledger/totals").body();
                    assertThat(totals.get("sumFen").asLong()).isZero();
                    assertThat(totals.at("/ledgerAccounts/PRIOR").asLong())
                            .isEqualTo(certificate.at("/after/PRIOR").asLong());
                });
        assertThat(get("/api/closings/110000").body().get("closings")).hasSize(12);
    }

    /** The accounts of a preview, all its stretches; each account is looked at once. */
    private static Set<String> previewed(String period, String filter) throws Exception {
        var listed = new TreeSet<String>();
        long looked = 0;
        JsonNode page = get("/api/closings/110000/preview?limit=40" + filter).body();
        while (true) {
            assertThat(page.get("period").asString()).isEqualTo(period);
            looked += page.get("accountsLooked").asLong();
            for (JsonNode change : page.get("changes")) {
                assertThat(listed.add(change.get("accountId").asString())).isTrue();
                assertThat(change.get("before").asString()).isEqualTo("ACTIVE");
                assertThat(change.get("after").asString()).isEqualTo("LAPSED");
            }
            if (!page.has("next")) {
                assertThat(looked).isEqualTo(PERSONS);
                return listed;
            }
            page = get(page.get("next").asString()).body();
        }
    }

    private static Answer close(String period) throws Exception {
        return post(
                "/api/closings",
                Map.of("regionCode", "110000", "period", period, "requestedBy", "clerk-3"));
    }

    private static Answer confirm(String person) throws Exception {
        return post("/api/closings/110000/2015-12/confirmation", Map.of("confirmedBy", person));
    }

    private static JsonNode awaitComplete(String period) {
        return await().atMost(LIMIT)
                .ignoreExceptions()
                .until(
                        () -> get("/api/closings/110000/" + period).body(),
                        closing -> closing.get("state").asString().equals("COMPLETE"));
    }

    private static Answer post(String path, Map<String, Object> body) throws Exception {
        return send("POST", path, body);
    }

    private static Answer send(String method, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(Json.write(body)))
                        .build());
    }

    private static Answer get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), Json.MAPPER.readTree(response.body()));
    }
}
