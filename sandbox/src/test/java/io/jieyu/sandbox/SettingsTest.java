package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jieyu.sandbox.services.Service;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path ROOT = Path.of("/project");

    @Test
    void keepsEverythingBelowTheProjectAndOnTheUsualPorts() {
        var settings = Settings.of(ROOT, Map.of());
        assertThat(settings.home()).isEqualTo(ROOT.resolve(".jieyu"));
        assertThat(settings.broker().bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.wiring().url(Service.GATEWAY)).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.portsToListenOn())
                .extracting(PortSetting::port)
                .containsExactly(9092, 9093, 27017, 8080, 8081, 8082, 8083);
    }

    @Test
    void takesTheFolderAndThePortsFromTheEnvironment() {
        var settings =
                Settings.of(
                        ROOT,
                        Map.of(
                                "JIEYU_HOME", "/elsewhere",
                                "JIEYU_KAFKA_PORT", " 19092 ",
                                "JIEYU_ACCOUNTS_PORT", "18082"));
        assertThat(settings.log("kafka")).isEqualTo(Path.of("/elsewhere/logs/kafka.log"));
        assertThat(settings.portsToListenOn())
                .extracting(PortSetting::port)
                .contains(19092, 19093, 18082)
                .doesNotContain(9092, 8082);
    }

    @Test
    void listensOnNoPortForAMongoDbOfSomebodyElse() {
        var settings = Settings.of(ROOT, Map.of("JIEYU_MONGODB_URI", "mongodb://db:27017"));
        assertThat(settings.portsToListenOn())
                .extracting(PortSetting::process)
                .doesNotContain("mongodb");
        assertThat(settings.wiring().mongoUri()).isEqualTo("mongodb://db:27017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65535", "99999", "-1", "http"})
    void namesTheVariableThatIsNotAPort(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(ROOT, Map.of("JIEYU_GATEWAY_PORT", value)))
                .withMessage("JIEYU_GATEWAY_PORT: %s (expected: a port from 1 to 65534)", value);
    }
}
