package io.jieyu.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.gateway.RunningGateway;
import io.jieyu.gateway.StubService;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MEBIBYTE = 1024 * 1024;

    private final StubService contributions = new StubService();
    private final StubService accounts = new StubService();
    private final StubService policies = new StubService();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        for (StubService service : new StubService[] {contributions, accounts, policies}) {
            service.answers(
                    "/v3/api-docs", "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"/\"}]}");
            service.answers(
                    "/actuator/health",
                    503,
                    "application/vnd.spring-boot.actuator.v3+json",
                    "{\"status\":\"DOWN\",\"components\":{\"streams\":{\"status\":\"DOWN\"}}}");
        }
        gateway =
                new RunningGateway(contributions.address(), accounts.address(), policies.address());
    }

    @AfterAll
    void stop() {
        gateway.close();
        contributions.close();
        accounts.close();
        policies.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/contributions/batches/B1, contributions",
        "/api/contributions/lines?accountId=110000-P1&messageId=m%2F1, contributions",
        "/api/accounts/110000-P1, accounts",
        "/api/accounts/110000-P1/entries?year=2025&after=7, accounts",
        "/api/ledger/totals, accounts",
        "/api/policies, policies",
        "/api/policies/110000, policies",
    })
    void leadsEachSubjectToItsServiceWithPathAndQueryUnchanged(String path, String service) {
        gateway.get(path);

        assertThat(service(service).requests()).contains("GET " + path);
    }

    @Test
    void handsBodyAndAnswerThrough() {
        contributions.answers(
                "/api/contributions/batches", 202, "application/json", "{\"batchId\":\"批一\"}");

        var answer =
                gateway.post(
                        "/api/contributions/batches", BodyPublishers.ofString("{\"lines\":[]}"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"batchId\":\"批一\"}");
        assertThat(contributions.requests())
                .contains("POST /api/contributions/batches {\"lines\":[]}");
    }

    @Test
    void handsTheProblemsOfAServiceThrough() {
        accounts.answers(
                "/api/accounts/none",
                404,
                "application/problem+json",
                "{\"code\":\"ACCOUNT_UNKNOWN\"}");

        var answer = gateway.get("/api/accounts/none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"code\":\"ACCOUNT_UNKNOWN\"}");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contribution-service", "account-service", "policy-service"})
    void showsTheHealthOfAServiceThatIsNotReady(String service) {
        var answer = gateway.get("/status/" + service);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).at("/components/streams/status").asString()).isEqualTo("DOWN");
    }

    @Test
    void listsTheDocumentsOfAllServicesAndFetchesEachOfThem() {
        JsonNode urls = json(gateway.get("/v3/api-docs/swagger-config")).get("urls");

        assertThat(urls.values())
                .extracting(url -> url.get("name").asString())
                .containsExactlyInAnyOrder(
                        "contribution-service", "account-service", "policy-service");
        assertThat(urls.values())
                .allSatisfy(url -> {
                    var document = json(gateway.get(url.get("url").asString()));
                    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
                    assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
                });
    }

    @Test
    void showsTheApiPage() {
        var moved = gateway.get("/docs");
        var page = gateway.get(moved.headers().firstValue("Location").orElseThrow());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui-bundle.js");
    }

    @Test
    void letsTheBrowserRunNothingButThePagesOwnScripts() {
        var page = gateway.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue(
                        "default-src 'self'; style-src 'self'; img-src 'self' data:; base-uri"
                                + " 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body()).doesNotContain("<style", "onclick", "https:", "//cdn");
    }

    @Test
    void isReadyWhateverTheServicesDoAndCounts() {
        assertThat(gateway.get("/actuator/health/readiness").body()).contains("\"UP\"");
        assertThat(gateway.get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds_count{application=\"gateway\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesRequestsAbove16MiBWithOrWithoutAnnouncedLength(boolean announced) {
        var body = new byte[16 * MEBIBYTE + 1];
        var answer =
                gateway.post(
                        "/api/contributions/batches",
                        announced
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("code").asString()).isEqualTo("REQUEST_TOO_LARGE");
        assertThat(json(answer).get("detail").asString()).contains("16 MiB", "smaller batches");
    }

    @Test
    void lets16MiBThrough() {
        contributions.answers("/api/contributions/full", "{}");
        var body = "x".repeat(16 * MEBIBYTE);

        var answer = gateway.post("/api/contributions/full", BodyPublishers.ofString(body));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(contributions.requests()).contains("POST /api/contributions/full " + body);
    }

    @Test
    void stopsTheStartOnAnAddressThatIsNoneAndNamesTheKey() {
        var good = accounts.address();

        assertThatThrownBy(
                        () -> new RunningGateway(good, good, URI.create("policies:8083")).close())
                .hasStackTraceContaining(
                        "jieyu.routes.policies: \"policies:8083\" (expected: http://host:port)");
    }

    private StubService service(String name) {
        return switch (name) {
            case "contributions" -> contributions;
            case "accounts" -> accounts;
            case "policies" -> policies;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
