package io.jieyu.policy;

import static io.jieyu.policy.DraftDocuments.beijing;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.testservers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the first text to every account, by a second person; on a real broker. */
class DraftsIT {

    private static final int PARTITIONS = 3;
    private static final String PROPOSAL = "{\"proposedBy\": \"li.na\"}";
    private static final String APPROVAL = "{\"approvedBy\": \"wang.wei\"}";

    private final TestServers servers = TestServers.start();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void goesFromTextToPublicationByASecondPerson() {
        try (var service = start()) {
            var broken =
                    service.post(
                            "/api/policies/110000/drafts?by=li.na", beijing("C", "2027-01", "-1"));
            assertThat(broken.status()).isEqualTo(201);
            assertThat(broken.json().at("/state").asString()).isEqualTo("DRAFT");
            assertThat(broken.json().at("/problems/0").asString())
                    .isEqualTo(
                            "draft:9 versions[0].mutualAidFen: -1 (expected: a whole number >= 0)");
            var refused = service.post("/api/policies/drafts/110000-1/proposal", PROPOSAL);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("DRAFT_INVALID", "versions[0].mutualAidFen");

            var mended =
                    service.put(
                            "/api/policies/drafts/110000-1?by=li.na",
                            beijing("C", "2027-01", "500"));
            assertThat(mended.json().at("/state").asString()).isEqualTo("VALIDATED");
            assertThat(mended.json().at("/versions/0/policyId").asString()).isEqualTo("110000/C");
            var early = service.post("/api/policies/drafts/110000-1/approval", APPROVAL);
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.text()).contains("DRAFT_STATE");

            service.post("/api/policies/drafts/110000-1/proposal", PROPOSAL);
            var same =
                    service.post(
                            "/api/policies/drafts/110000-1/approval",
                            "{\"approvedBy\": \"li.na\"}");
            assertThat(same.status()).isEqualTo(409);
            assertThat(same.text()).contains("SAME_PERSON");
            var published = service.post("/api/policies/drafts/110000-1/approval", APPROVAL);
            assertThat(published.json().at("/state").asString()).isEqualTo("PUBLISHED");
            assertThat(published.json().at("/approvedBy").asString()).isEqualTo("wang.wei");
        }
        assertToldOnce("110000/C");
        try (var service = start()) {
            var again = service.post("/api/policies/drafts/110000-1/approval", APPROVAL);
            assertThat(again.json().at("/state").asString()).isEqualTo("PUBLISHED");
            assertToldOnce("110000/C");
            showsBothTimeAxes(service);
            var changed =
                    service.post(
                            "/api/policies/110000/drafts?by=li.na", beijing("C", "2027-01", "600"));
            assertThat(changed.json().at("/problems/0").asString())
                    .contains(
                            "versions[0].version: \"C\"",
                            "never changes; it differs in mutualAidFen");
            var nothing =
                    service.post(
                            "/api/policies/110000/drafts?by=li.na", beijing("C", "2027-01", "500"));
            assertThat(nothing.json().at("/problems/0").asString()).contains("nothing new");
            var withdrawn =
                    service.post(
                            "/api/policies/drafts/110000-3/withdrawal",
                            "{\"withdrawnBy\": \"li.na\"}");
            assertThat(withdrawn.json().at("/state").asString()).isEqualTo("WITHDRAWN");
            assertThat(service.get("/api/policies/drafts").json().at("/drafts")).hasSize(3);
        }
    }

    private void showsBothTimeAxes(RunningService service) {
        LocalDate today = LocalDate.now(BusinessDates.CHINA);
        var now = service.get("/api/policies/110000?on=2027-02").json();
        assertThat(now.at("/policyId").asString()).isEqualTo("110000/C");
        assertThat(now.at("/fields/mutualAidFen/value").asLong()).isEqualTo(500);
        assertThat(now.at("/fields/mutualAidFen/sources/0/source").asString()).isEqualTo("a test");
        // C stands alone: what it does not say comes from the nation, not from B.
        assertThat(now.at("/fields/employerBands/from").asString()).startsWith("000000/");
        var before =
                service.get("/api/policies/110000?on=2027-02&knownAt=" + today.minusDays(1)).json();
        assertThat(before.at("/policyId").asString()).isEqualTo("110000/B");
        assertThat(before.at("/fields/mutualAidFen/value").asLong()).isEqualTo(300);
        var diff = service.get("/api/policies/110000/diff?from=B&to=C").json();
        assertThat(diff.at("/differences").findValuesAsString("field"))
                .contains("mutualAidFen", "lapse", "effectiveFrom");
        assertThat(service.get("/api/policies/110000/diff?from=B&to=Z").status()).isEqualTo(404);
    }

    @Test
    void acceptsTheWholeDocumentWithOneVersionMore() throws Exception {
        String bundled =
                Files.readString(
                        Path.of(
                                "../ledger/src/main/resources/io/jieyu/ledger/policy/default/110000.yaml"));
        String more = beijing("C", "2027-01", "500");
        try (var service = start()) {
            var draft =
                    service.post(
                            "/api/policies/110000/drafts?by=li.na",
                            bundled + more.substring(more.indexOf("  - version")));
            assertThat(draft.json().at("/state").asString())
                    .as(draft.text())
                    .isEqualTo("VALIDATED");
            assertThat(draft.json().at("/versions")).hasSize(1);
            var misfit =
                    service.post(
                            "/api/policies/110000/drafts?by=li.na",
                            more.replace("mutualAidFen: 500", "retireeRule: FLAT_MONTHLY")
                                    .replace("field: mutualAidFen", "field: retireeRule"));
            assertThat(misfit.json().at("/problems/0").asString())
                    .contains("versions[0].retireeRule", "at least one band");
        }
    }

    @Test
    void takesAClosedMonthForARetroactiveChangeOnly() {
        try (var service = start()) {
            close(YearMonth.of(2025, 3));
            service.post("/api/policies/110000/drafts?by=li.na", beijing("C", "2025-03", "500"));
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(
                                            service.get("/api/policies/drafts/110000-1")
                                                    .json()
                                                    .at("/closedThrough")
                                                    .asString())
                                    .isEqualTo("2025-03"));
            var refused = service.post("/api/policies/drafts/110000-1/proposal", PROPOSAL);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("EFFECTIVE_MONTH_CLOSED", "2025-03");
            var retroactive =
                    service.post(
                            "/api/policies/drafts/110000-1/proposal",
                            "{\"proposedBy\": \"li.na\", \"retroactive\": true}");
            assertThat(retroactive.json().at("/state").asString()).isEqualTo("PROPOSED");
            var later =
                    service.post(
                            "/api/policies/110000/drafts?by=li.na", beijing("D", "2025-04", "500"));
            assertThat(later.json().at("/draftId").asString()).isEqualTo("110000-2");
            assertThat(service.post("/api/policies/drafts/110000-2/proposal", PROPOSAL).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void publishesOneVersionUnderANumberWhicheverOfTwoServicesIsAsked() {
        servers.makeTopics(PARTITIONS);
        try (var one = start();
                var other = start()) {
            for (String version : List.of("C", "D", "E", "F")) {
                String mine = proposed(one, beijing(version, "2027-01", "100"));
                String yours = proposed(other, beijing(version, "2027-01", "200"));
                var first =
                        CompletableFuture.supplyAsync(() ->
                                one.post("/api/policies/drafts/" + mine + "/approval", APPROVAL));
                var second =
                        CompletableFuture.supplyAsync(() ->
                                other.post(
                                        "/api/policies/drafts/" + yours + "/approval", APPROVAL));
                assertThat(List.of(first.join().status(), second.join().status()))
                        .as(first.join().text() + second.join().text())
                        .containsExactlyInAnyOrder(200, 422);
                assertToldOnce("110000/" + version);
            }
        }
    }

    @Test
    void tellsWhichTablesAreStale() {
        try (var service = start()) {
            var stale = service.get("/api/policies/stale?on=2025-07-01").json();
            assertThat(stale.at("/tables").findValuesAsString("policyId")).contains("110000/B");
            assertThat(service.get("/api/policies/stale?on=2000-01-01").json().at("/tables"))
                    .isEmpty();
            assertThat(service.get("/api/policies/schema").json().at("/title").asString())
                    .isEqualTo("Policy document");
        }
    }

    private String proposed(RunningService service, String document) {
        var draft = service.post("/api/policies/110000/drafts?by=li.na", document);
        String id = draft.json().at("/draftId").asString();
        assertThat(service.post("/api/policies/drafts/" + id + "/proposal", PROPOSAL).status())
                .isEqualTo(200);
        return id;
    }

    /** Every partition has the version once, and all have the same. */
    private void assertToldOnce(String policyId) {
        List<PolicyPublished> told =
                servers.read(Topic.ACCOUNT_INBOX).stream()
                        .map(record -> Json.read(record.value(), PolicyPublished.class))
                        .filter(version -> version.policyId().equals(policyId))
                        .toList();
        assertThat(told).hasSize(PARTITIONS);
        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(
                        servers.read(Topic.ACCOUNT_INBOX).stream()
                                .filter(record ->
                                        Json.read(record.value(), PolicyPublished.class)
                                                .policyId()
                                                .equals(policyId))
                                .collect(Collectors.groupingBy(record -> record.partition())))
                .hasSize(PARTITIONS);
    }

    private void close(YearMonth period) {
        var progressed =
                new CloseProgressed("110000", period, "close", period.atEndOfMonth(), 0, 17, 5, 0);
        var event =
                CloudEvent.of(
                        MessageType.CLOSE_PROGRESSED, "close", "/test", "110000", Instant.EPOCH);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            CloudEvents.record(
                                    Topic.ACCOUNT_SEALS,
                                    0,
                                    "110000/" + period,
                                    event,
                                    Json.write(progressed)))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private RunningService start() {
        return RunningService.start(servers, PARTITIONS);
    }
}
