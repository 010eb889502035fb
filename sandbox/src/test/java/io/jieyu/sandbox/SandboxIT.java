package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.sandbox.processes.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs as a person types them, with a real broker and stubs for the services. */
class SandboxIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final List<String> ALL =
            List.of(
                    "kafka",
                    "mongodb",
                    "gateway",
                    "contribution-service",
                    "account-service",
                    "policy-service");

    @TempDir private Path root;
    private SandboxMachine machine;

    @BeforeEach
    void buildTheStubs() throws IOException {
        machine = new SandboxMachine(root);
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        machine.run("down");
        assertThat(machine.alive()).isEmpty();
    }

    @Test
    void runsOnWhenDetachedUntilItIsTakenDown() throws Exception {
        var up = machine.run("up", "--empty", "--detach");
        assertThat(up.status()).as(up.output()).isZero();
        assertThat(up.output()).contains("http://127.0.0.1:", "./jieyu down");
        assertThat(machine.alive()).extracting(RunningServer::name).hasSameElementsAs(ALL);
        var status = machine.run("status");
        assertThat(status.status()).isZero();
        assertThat(status.output().lines().filter(line -> line.contains("ready"))).hasSize(6);

        var second = machine.run("up", "--empty");
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.output()).startsWith("Jieyu is running: ").hasLineCount(1);
        assertThat(machine.alive()).hasSize(6);

        var processes = machine.alive().stream().map(RunningServer::process).toList();
        assertThat(machine.run("down").status()).isZero();
        assertThat(processes).noneMatch(ProcessIdentity::isAlive);
        assertThat(machine.run("status").output()).startsWith("Nothing is running.");
        assertThat(machine.run("status").status()).isEqualTo(1);
        assertThat(machine.run("down").output()).startsWith("Nothing is running.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "gateway"})
    void stopsWhatItHasStartedAtCtrlCInTheMiddleOfTheStart(String server) throws Exception {
        var up = machine.start("up", "--empty");
        await().atMost(LIMIT).until(() -> alive(server));
        var processes = machine.alive().stream().map(RunningServer::process).toList();
        interrupt(up);
        assertThat(up.status()).isEqualTo(130);
        assertThat(processes).isNotEmpty().noneMatch(ProcessIdentity::isAlive);
        assertThat(machine.runFolder().folder()).isEmptyDirectory();
        assertThat(up.output()).contains("Stopping").doesNotContain("Exception");
    }

    @Test
    void callsAMonthThatCtrlCCutsShortNoFailure() throws Exception {
        var up = machine.start("up");
        await().atMost(LIMIT).until(() -> up.output().contains("The sample month: "));
        interrupt(up);
        assertThat(up.status()).isEqualTo(130);
        assertThat(machine.runFolder().folder()).isEmptyDirectory();
        assertThat(up.output())
                .contains("Stopping")
                .doesNotContain("failed", "Exception", "TRY NEXT");
        assertThat(machine.settings().demoPlayed()).doesNotExist();
    }

    @Test
    void saysWhyAServiceDoesNotStartAndLeavesNothingRunning() throws Exception {
        Files.createFile(machine.failing());
        var up = machine.run("up", "--empty");
        assertThat(up.status()).isEqualTo(1);
        assertThat(up.output())
                .contains("Not started: ", "ended with exit status 1", "this stub fails as asked");
        assertThat(machine.alive()).isEmpty();
        assertThat(machine.runFolder().folder()).isEmptyDirectory();
    }

    @Test
    void tellsWhichServerWasKilledAndLetsTheOthersWork() throws Exception {
        var up = machine.start("up", "--empty");
        await().atMost(LIMIT).until(() -> up.output().contains("Ctrl-C"));
        server("gateway").process().kill();
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(up.output())
                                .contains("gateway ended with exit status 137; its log: "));
        assertThat(machine.alive()).hasSize(5);
        var status = machine.run("status");
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.output()).contains("Not everything is ready.");

        assertThat(machine.run("down").status()).isZero();
        assertThat(up.status()).isEqualTo(143);
        assertThat(machine.runFolder().folder()).isEmptyDirectory();
    }

    @Test
    void startsOverWhatACrashLeftBehind() throws Exception {
        var gone = new ProcessIdentity(ProcessHandle.current().pid(), Instant.EPOCH);
        Path run = machine.runFolder().folder();
        var kafka = Map.of("stage", "1", "url", "x", "health", "kafka://x", "log", "x");
        new PidFile(run.resolve("kafka.pid")).write(gone, kafka);
        new PidFile(run.resolve("up.pid")).write(gone, Map.of());
        Path log = machine.settings().log("kafka");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "of the last run");
        var up = machine.run("up", "--empty", "--detach");
        assertThat(up.status()).as(up.output()).isZero();
        assertThat(machine.alive()).hasSize(6);
        assertThat(log.resolveSibling("kafka.previous.log")).hasContent("of the last run");
    }

    @Test
    void playsNothingOnNothing() throws Exception {
        var demo = machine.run("demo");
        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.output()).startsWith("Nothing to play a sample on:");
        assertThat(machine.run("fly").status()).isEqualTo(2);
    }

    private boolean alive(String name) {
        return machine.alive().stream().anyMatch(server -> server.name().equals(name));
    }

    private RunningServer server(String name) {
        return machine.alive().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void interrupt(SandboxMachine.Run run) throws Exception {
        var kill = new ProcessBuilder("kill", "-INT", String.valueOf(run.process().pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
