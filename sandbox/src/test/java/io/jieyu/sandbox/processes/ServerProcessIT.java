package io.jieyu.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.jieyu.sandbox.StubService;
import io.jieyu.sandbox.health.HttpHealth;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void isReadyOnceStartedAndComesBackAfterACrash() {
        try (var server = ServerProcess.start(stub())) {
            assertThat(server.trouble()).isEmpty();
            var first = server.identity();
            server.kill();
            assertThat(server.isAlive()).isFalse();
            assertThat(first.isAlive()).isFalse();
            assertThat(server.trouble()).contains("ended with exit status 137");
            server.restart();
            assertThat(server.trouble()).isEmpty();
            assertThat(server.identity()).isNotEqualTo(first);
        }
    }

    @Test
    void leavesNothingRunningWhenClosed() {
        ProcessIdentity identity;
        try (var server = ServerProcess.start(stub())) {
            identity = server.identity();
            assertThat(identity.isAlive()).isTrue();
        }
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void failsAtOnceWithTheEndOfTheLogWhenItEnds() {
        var failing = shell("echo first; echo the reason; exit 3");
        assertThatExceptionOfType(ServerFailed.class)
                .isThrownBy(() -> ServerProcess.start(failing))
                .withMessageContaining("stub: ended with exit status 3")
                .withMessageContaining(failing.log().toString())
                .withMessageEndingWith("  first\n  the reason");
    }

    @Test
    void failsWithWhatIsInTheWayWhenItsTimeIsUp() {
        try (var server = ServerProcess.launch(shell("exec sleep 60"))) {
            assertThatExceptionOfType(ServerFailed.class)
                    .isThrownBy(() -> server.awaitReady(Duration.ofMillis(300)))
                    .withMessageContaining("stub: not ready after 0 s: no answer at 127.0.0.1:");
        }
    }

    @Test
    void waitsForManyAtTheSameTimeAndTellsOfEach() {
        var told = new ArrayList<String>();
        var listener =
                new Readiness.Listener() {
                    @Override
                    public void ready(ServerProcess server, Duration after) {
                        told.add(server.url());
                    }

                    @Override
                    public void waiting(ServerProcess server, String trouble, Duration after) {}
                };
        try (var one = ServerProcess.launch(stub());
                var two = ServerProcess.launch(stub())) {
            Readiness.await(List.of(one, two), LIMIT, listener);
            assertThat(told).containsExactlyInAnyOrder(one.url(), two.url());
        }
    }

    @Test
    void ignoresCtrlCWhenDeafToTheTerminalButEndsWhenAsked() throws Exception {
        var ready = folder.resolve("ready");
        var launch = shell("touch " + ready + "; while true; do sleep 0.1; done").deafToTerminal();
        try (var server = ServerProcess.launch(launch)) {
            await().atMost(LIMIT).until(() -> Files.exists(ready));
            signal("INT", server);
            signal("HUP", server);
            await().during(Duration.ofMillis(500)).until(server::isAlive);
            signal("TERM", server);
            await().atMost(LIMIT).until(() -> !server.isAlive());
        }
    }

    @Test
    void givesTheProcessItsEnvironment() throws IOException {
        var launch = shell("echo $GREETING $NAME").with(Map.of("GREETING", "good day"));
        try (var server = ServerProcess.launch(launch.with(Map.of("NAME", "Jieyu")))) {
            await().atMost(LIMIT).until(() -> !server.isAlive());
        }
        assertThat(Files.readString(launch.log())).isEqualTo("good day Jieyu\n");
    }

    private static void signal(String name, ServerProcess server) throws Exception {
        var kill =
                new ProcessBuilder("kill", "-" + name, String.valueOf(server.identity().pid()))
                        .start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private Launch stub() {
        int port = Ports.free();
        return launch(
                port,
                JavaCommand.ofClass(StubService.class, 64),
                Map.of("SERVER_PORT", String.valueOf(port)));
    }

    private Launch shell(String script) {
        return launch(Ports.free(), List.of("/bin/sh", "-c", script), Map.of());
    }

    private Launch launch(int port, List<String> command, Map<String, String> environment) {
        String url = "http://127.0.0.1:" + port;
        return new Launch(
                "stub",
                command,
                environment,
                folder.resolve("logs").resolve("stub-" + port + ".log"),
                url,
                new HttpHealth(URI.create(url + "/actuator/health/readiness")));
    }
}
