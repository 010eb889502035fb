package io.jieyu.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteSettingsTest {

    private static final URI GOOD = URI.create("http://127.0.0.1:8081");

    @Test
    void takesHttpAndHttps() {
        var settings = new RouteSettings(GOOD, URI.create("https://accounts:8443"), GOOD);

        assertThat(settings.accounts().getPort()).isEqualTo(8443);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost:8082", "ftp://127.0.0.1:8082", "http:///x", ""})
    void refusesWhatIsNoAddressAndNamesTheKey(String address) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RouteSettings(GOOD, URI.create(address), GOOD))
                .withMessage("jieyu.routes.accounts: \"%s\" (expected: http://host:port)", address);
    }
}
