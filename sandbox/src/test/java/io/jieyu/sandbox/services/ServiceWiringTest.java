package io.jieyu.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceWiringTest {

    @TempDir private Path root;

    @Test
    void startsTheExecutableJarAndNoOther() throws IOException {
        jar("jieyu-gateway-1.jar");
        Path executable = jar("jieyu-gateway-1-exec.jar");
        jar("jieyu-gateway-1-sources.jar");
        var launch = wiring().launch(Service.GATEWAY);
        assertThat(launch.command()).containsSubsequence("-jar", executable.toString());
    }

    @Test
    void refusesAServiceThatHasNotBeenBuilt() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> wiring().launch(Service.GATEWAY))
                .withMessage("gateway: not built");
        jar("jieyu-gateway-1.jar");
        assertThat(Service.GATEWAY.jar(root)).isEmpty();
    }

    @Test
    void tellsEachServiceWhereTheOthersAreAndToStayOnThisMachine() throws IOException {
        jar("jieyu-gateway-1-exec.jar");
        var wiring = wiring();
        var launch = wiring.launch(Service.GATEWAY);
        assertThat(launch.url()).isEqualTo(wiring.url(Service.GATEWAY));
        assertThat(launch.health().address())
                .isEqualTo(wiring.url(Service.GATEWAY) + "/actuator/health/readiness");
        assertThat(launch.environment())
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("JIEYU_MONGODB_URI", "mongodb://127.0.0.1:27017")
                .containsEntry("JIEYU_ROUTES_ACCOUNTS", wiring.url(Service.ACCOUNT_SERVICE))
                .containsEntry("JIEYU_ROUTES_POLICIES", wiring.url(Service.POLICY_SERVICE))
                .containsEntry(
                        "JIEYU_ROUTES_CONTRIBUTIONS", wiring.url(Service.CONTRIBUTION_SERVICE));
    }

    @Test
    void givesEachServiceAPortOfItsOwn() {
        var wiring = wiring();
        assertThat(Arrays.stream(Service.values()).map(wiring::url)).doesNotHaveDuplicates();
    }

    private ServiceWiring wiring() {
        return ServiceWiring.onFreePorts(
                root, root.resolve("work"), "127.0.0.1:9092", "mongodb://127.0.0.1:27017");
    }

    private Path jar(String name) throws IOException {
        Path target = Files.createDirectories(root.resolve("gateway").resolve("target"));
        return Files.createFile(target.resolve(name));
    }
}
