package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.sandbox.processes.Ports;
import io.jieyu.sandbox.services.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir private Path root;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void builtAndOnFreePorts() throws IOException {
        for (Service service : Service.values()) {
            Path target = Files.createDirectories(root.resolve(service.module()).resolve("target"));
            Files.createFile(target.resolve("jieyu-" + service.module() + "-1-exec.jar"));
            environment.put(service.portSetting(), String.valueOf(Ports.free()));
        }
        environment.put("JIEYU_MONGODB_PORT", String.valueOf(Ports.free()));
        environment.put("JIEYU_KAFKA_PORT", String.valueOf(twoFreePorts()));
    }

    @Test
    void findsNothingInTheWayOfAnOrdinaryStart() {
        assertThat(preflight().obstacle()).isEmpty();
    }

    @Test
    void refusesTheDataOfAnEarlierVersionAndFindsItsOwnAgain() throws IOException {
        assertThat(preflight().obstacle()).isEmpty();
        Path data = Settings.of(root, environment).broker().folder();
        Files.createDirectories(data);
        assertThat(preflight().obstacle()).as("its own").isEmpty();
        Path mark = Settings.of(root, environment).dataForm();
        Files.writeString(mark, Integer.toString(Service.STORES_FORM - 1));
        assertThat(preflight().obstacle())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("data: ").contains("begin anew"));
        Files.delete(mark);
        assertThat(preflight().obstacle()).as("of before the marks").isPresent();
    }

    @Test
    void namesTheServiceWhoseJarIsMissing() throws IOException {
        Path target = root.resolve("gateway").resolve("target");
        Files.move(
                target.resolve("jieyu-gateway-1-exec.jar"), target.resolve("jieyu-gateway-1.jar"));
        assertThat(preflight().obstacle())
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .startsWith("gateway: no executable jar below")
                                .contains("./jieyu up"));
    }

    @Test
    void saysHowMuchDiskIsMissing() {
        var preflight = new Preflight(Settings.of(root, environment), Long.MAX_VALUE);
        assertThat(preflight.obstacle())
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .matches(
                                        "disk: \\d+ MB free for .* \\(expected: \\d+ MB or more;"
                                                + " .*\\)"));
    }

    @Test
    void namesTheBusyPortAndTheSettingThatMovesIt() throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("JIEYU_POLICIES_PORT", String.valueOf(stranger.getLocalPort()));
            assertThat(preflight().obstacle())
                    .contains(
                            "port %d, for policy-service, is in use by another program (stop that one, or set JIEYU_POLICIES_PORT to a free port)"
                                    .formatted(stranger.getLocalPort()));
        }
    }

    @Test
    void showsNoPasswordOfAMongoDbThatDoesNotAnswer() {
        environment.put("JIEYU_MONGODB_URI", "mongodb://me:secret@127.0.0.1:" + Ports.free());
        assertThat(preflight().obstacle())
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .startsWith("JIEYU_MONGODB_URI: mongodb://127.0.0.1:")
                                .doesNotContain("secret"));
    }

    @Test
    void namesAMongoDbAddressThatIsNone() {
        environment.put("JIEYU_MONGODB_URI", "localhost:27017");
        assertThat(preflight().obstacle())
                .hasValueSatisfying(line ->
                        assertThat(line).startsWith("JIEYU_MONGODB_URI: localhost:27017: "));
    }

    private Preflight preflight() {
        return new Preflight(Settings.of(root, environment));
    }

    static int twoFreePorts() {
        int port = Ports.free();
        while (!Ports.isFree(port + 1)) {
            port = Ports.free();
        }
        return port;
    }
}
