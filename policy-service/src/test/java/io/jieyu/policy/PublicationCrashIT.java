package io.jieyu.policy;

import static io.jieyu.policy.DraftDocuments.beijing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.testservers.TestServers;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A publication that is killed (SIGKILL) with everything written, on either side of the commit. */
class PublicationCrashIT {

    private static final int PARTITIONS = 3;
    private static final String APPROVAL = "{\"approvedBy\": \"wang.wei\"}";

    private final TestServers servers = TestServers.start();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void leavesNothingWhenItIsKilledBeforeTheCommit() throws Exception {
        propose();
        approveAndKill("before");
        assertThat(told()).isZero();
        try (var service = RunningService.start(servers, PARTITIONS)) {
            assertThat(state(service)).isEqualTo("PROPOSED");
            assertThat(
                            service.get("/api/policies/110000?on=2027-02")
                                    .json()
                                    .at("/policyId")
                                    .asString())
                    .isEqualTo("110000/B");
            assertThat(service.post("/api/policies/drafts/110000-1/approval", APPROVAL).status())
                    .isEqualTo(200);
            assertThat(state(service)).isEqualTo("PUBLISHED");
        }
        assertThat(told()).isEqualTo(PARTITIONS);
    }

    @Test
    void leavesEverythingWhenItIsKilledAfterTheCommit() throws Exception {
        propose();
        approveAndKill("after");
        assertThat(told()).isEqualTo(PARTITIONS);
        try (var service = RunningService.start(servers, PARTITIONS)) {
            assertThat(state(service)).isEqualTo("PUBLISHED");
            assertThat(service.post("/api/policies/drafts/110000-1/approval", APPROVAL).status())
                    .isEqualTo(200);
            assertThat(service.get("/api/policies/110000").json().at("/versions")).hasSize(3);
        }
        assertThat(told()).isEqualTo(PARTITIONS);
    }

    @Test
    void isTakenOverByAnotherInstanceWhileItStands() throws Exception {
        propose();
        Process stalled = stall("before");
        try (var service = RunningService.start(servers, PARTITIONS)) {
            assertThat(service.post("/api/policies/drafts/110000-1/approval", APPROVAL).status())
                    .isEqualTo(200);
            assertThat(state(service)).isEqualTo("PUBLISHED");
        } finally {
            kill(stalled);
        }
        assertThat(told()).isEqualTo(PARTITIONS);
    }

    private void propose() {
        try (var service = RunningService.start(servers, PARTITIONS)) {
            service.post("/api/policies/110000/drafts?by=li.na", beijing("C", "2027-01", "500"));
            assertThat(
                            service.post(
                                            "/api/policies/drafts/110000-1/proposal",
                                            "{\"proposedBy\": \"li.na\"}")
                                    .status())
                    .isEqualTo(200);
        }
    }

    private static String state(RunningService service) {
        return service.get("/api/policies/drafts/110000-1").json().at("/state").asString();
    }

    private long told() {
        return servers.read(Topic.ACCOUNT_INBOX).stream()
                .map(record -> Json.read(record.value(), PolicyPublished.class))
                .filter(version -> version.policyId().equals("110000/C"))
                .count();
    }

    private void approveAndKill(String when) throws Exception {
        kill(stall(when));
    }

    private Process stall(String when) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.jieyu.policy.publication.kafka.ApproveAndStall",
                                servers.bootstrap(),
                                "110000-1",
                                when)
                        .redirectErrorStream(true)
                        .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("STALLED")) {
                return process;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("it ended before it stood still:\n" + said);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
    }
}
