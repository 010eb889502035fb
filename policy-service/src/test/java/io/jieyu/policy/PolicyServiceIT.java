package io.jieyu.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.testservers.TestServers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Publication on a real broker: once, to everybody, whoever starts how often. */
class PolicyServiceIT {

    private static final int PARTITIONS = 3;
    private static final int VERSIONS = 36;

    private final TestServers servers = TestServers.start();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void publishesEveryVersionToEveryPartitionAtTheFirstStartAndNeverAgain() throws Exception {
        try (var service = start()) {
            assertPublishedOnce();
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
            var overview = service.get("/api/policies").json();
            assertThat(overview.get("policySet").asString()).isEqualTo("default");
            assertThat(overview.get("regions")).hasSize(26);
            var beijing = service.get("/api/policies/110000").json();
            assertThat(beijing.at("/versions/0/effectiveTo").asString()).isEqualTo("2022-08");
            assertThat(beijing.at("/versions/1/fields/mutualAidFen").asInt()).isEqualTo(300);
            var unknown = service.get("/api/policies/120000");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.text()).contains("POLICY_NOT_FOUND", "000000");
        }
        start().close();
        assertPublishedOnce();
    }

    @Test
    void publishesOnceWhenTwoServicesStartTogether() {
        servers.makeTopics(PARTITIONS);
        var one = CompletableFuture.supplyAsync(this::start);
        var other = CompletableFuture.supplyAsync(this::start);
        one.join().close();
        other.join().close();
        assertPublishedOnce();
    }

    @Test
    void doesNotStartWithAnotherSetThanTheOneThatIsPublished() {
        start().close();
        assertThatThrownBy(() -> start("--jieyu.policies.set=as-published-2025"))
                .rootCause()
                .hasMessageContaining(
                        "jieyu.policies.set: \"as-published-2025\" (expected: \"default\"");
        assertPublishedOnce();
    }

    @Test
    void doesNotStartWithAnotherNumberOfPartitions() {
        start().close();
        assertThatThrownBy(() -> RunningService.start(servers, 5))
                .rootCause()
                .hasMessageContaining("jieyu.topics.partitions: 5 (expected: 3");
    }

    private void assertPublishedOnce() {
        List<ConsumerRecord<String, byte[]>> inbox = servers.read(Topic.ACCOUNT_INBOX);
        assertThat(inbox).hasSize(VERSIONS * PARTITIONS);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int of = partition;
            var versions =
                    inbox.stream()
                            .filter(record -> record.partition() == of)
                            .map(record ->
                                    Json.read(record.value(), PolicyPublished.class).policyId())
                            .toList();
            assertThat(versions).hasSize(VERSIONS).doesNotHaveDuplicates().startsWith("000000/A");
            assertThat(inbox.stream().filter(record -> record.partition() == of))
                    .allMatch(record -> record.key().equals("broadcast/" + of));
        }
        assertThat(servers.read(Topic.POLICY_TABLES)).hasSize(26);
    }

    private RunningService start(String... more) {
        return RunningService.start(servers, PARTITIONS, more);
    }
}
