package io.jieyu.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.gateway.RunningGateway;
import io.jieyu.gateway.StubService;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceAwayIT {

    private static final URI NOBODY = addressOfNobody();

    private final RunningGateway gateway = new RunningGateway(NOBODY, NOBODY, NOBODY);

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/contributions/batches/B1, contribution-service",
        "/api/accounts/110000-P1, account-service",
        "/api/ledger/totals, account-service",
        "/api/policies, policy-service",
        "/docs/policy-service, policy-service",
        "/status/account-service, account-service",
    })
    void namesTheServiceThatIsNotThereAndSaysWhatToDo(String path, String service) {
        assertSaysAway(gateway.get(path), service);
    }

    @Test
    void saysSoToAPostToo() {
        assertSaysAway(
                gateway.post("/api/contributions/batches", BodyPublishers.ofString("{}")),
                "contribution-service");
    }

    @Test
    void doesNotWaitForEverForAServiceThatHangs() {
        try (var hanging = new StubService()) {
            hanging.fallSilent();
            URI address = hanging.address();
            try (var impatient =
                    new RunningGateway(
                            address,
                            address,
                            address,
                            "--spring.http.clients.read-timeout=200ms")) {
                assertSaysAway(impatient.get("/api/ledger/totals"), "account-service");
            }
        }
    }

    @Test
    void keepsTheOtherServicesReachable() {
        try (var policies = new StubService()) {
            policies.answers("/api/policies", "{\"regions\":[]}");
            try (var partly = new RunningGateway(NOBODY, NOBODY, policies.address())) {
                assertSaysAway(partly.get("/api/accounts/110000-P1"), "account-service");

                assertThat(partly.get("/api/policies").body()).isEqualTo("{\"regions\":[]}");
            }
        }
    }

    private static void assertSaysAway(HttpResponse<String> answer, String service) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        var problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(problem.get("service").asString()).isEqualTo(service);
        assertThat(problem.get("detail").asString()).contains(service, "./jieyu status");
        assertThat(answer.body()).doesNotContain("<html", "Exception", "\tat ");
    }

    private static URI addressOfNobody() {
        try (var gone = new StubService()) {
            return gone.address();
        }
    }
}
