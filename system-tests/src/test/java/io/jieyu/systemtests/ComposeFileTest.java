package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path BROKEN =
            Path.of("src/test/resources/io/jieyu/systemtests/broken-deployment").toAbsolutePath();

    @Test
    void agreesWithTheServicesAndTheBuild() throws IOException {
        assertThat(Deployment.findings(PROJECT, PROJECT)).isEmpty();
    }

    @Test
    void wouldFindEveryKindOfMistake() throws IOException {
        String jar = "policy-service/target/jieyu-policy-service-";
        assertThat(Deployment.findings(BROKEN, PROJECT))
                .contains(
                        "gateway: JIEYU_ROUTES_CONTRIBUTION is read by nobody",
                        "gateway: SPRING_KAFKA_BOOTSTRAP_SERVERS is read by nobody",
                        "account-service: SPRING_KAFKA_STREAM_STATE_DIR is read by nobody",
                        "policy-service: JIEYU_MONGODB_URI is read by nobody",
                        "gateway: JIEYU_ROUTES_POLICIES is not set",
                        "account-service: JIEYU_MONGODB_URI is not set",
                        "account-service: SERVER_ADDRESS is not set",
                        "account-service: SERVER_PORT is 8092, not 8082",
                        "gateway: JIEYU_ROUTES_ACCOUNTS leads to http://account-service:8083",
                        "contribution-service: SPRING_KAFKA_BOOTSTRAP_SERVERS is kafka-1:9092, not"
                                + " kafka-1:9092,kafka-2:9092",
                        "contribution-service: JIEYU_TOPICS_REPLICATION is 1, not 2",
                        "policy-service: JIEYU_TOPICS_PARTITIONS is 6, not 12",
                        "docker-compose.yml: 2 brokers",
                        "kafka-1: KAFKA_MIN_IN_SYNC_REPLICAS is read by nobody",
                        "kafka-1: KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR is 1, not 2",
                        "kafka-2: KAFKA_TRANSACTION_STATE_LOG_MIN_ISR is 2, not 1",
                        "kafka-2: KAFKA_MIN_INSYNC_REPLICAS is 2, not 1",
                        "contribution-service: does not wait until [kafka-1] is healthy",
                        "gateway: does not wait until account-service is healthy",
                        "policy-service: has no health check",
                        "account-service: can be reached past the gateway",
                        "gateway: 8080:8080 can be reached from other machines",
                        "contribution-service: JIEYU_MONGODB_URI holds a secret",
                        "prometheus.yml: metrics_path /metrics")
                .anyMatch(finding -> finding.startsWith("prometheus.yml: targets [gateway:8080,"))
                .anyMatch(finding ->
                        finding.startsWith(
                                "Dockerfile: copies nothing of what Maven builds, " + jar))
                .anyMatch(finding -> finding.startsWith(".dockerignore: hides " + jar));
    }

    @Test
    void satisfiesComposeItself() throws IOException, InterruptedException {
        assumeTrue(
                succeeds("docker", "compose", "version"),
                "no docker compose on this machine: the file is only compared with the services");

        assertThat(succeeds("docker", "compose", "config", "-q")).isTrue();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .directory(PROJECT.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
