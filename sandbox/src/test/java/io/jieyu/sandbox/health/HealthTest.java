package io.jieyu.sandbox.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jieyu.sandbox.processes.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/actuator/health/readiness",
                "kafka://127.0.0.1:9092",
                "mongodb://127.0.0.1:27017",
                "mongodb+srv://db.example/jieyu"
            })
    void isFoundAgainByItsAddress(String address) {
        assertThat(Health.at(address).address()).isEqualTo(address);
    }

    @Test
    void refusesAnAddressOfAnythingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Health.at("ftp://127.0.0.1"))
                .withMessage("health: ftp://127.0.0.1 (expected: http://, kafka:// or mongodb://)");
    }

    @Test
    void saysWhereNothingAnswers() {
        String place = "127.0.0.1:" + Ports.free();
        assertThat(Health.at("http://" + place).trouble()).contains("no answer at " + place);
        assertThat(Health.at("kafka://" + place).trouble()).contains("no answer at " + place);
        assertThat(Health.at("mongodb://" + place).trouble())
                .hasValueSatisfying(why -> assertThat(why).startsWith("no answer ("));
    }
}
