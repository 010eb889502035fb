package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.sandbox.kafka.BrokerSettings;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerbTest {

    static Stream<Arguments> understood() {
        return Stream.of(
                Arguments.of("up", new Verb.Up(false, false)),
                Arguments.of("up --detach", new Verb.Up(false, true)),
                Arguments.of("up --detach --empty", new Verb.Up(true, true)),
                Arguments.of("down", new Verb.Down()),
                Arguments.of("status", new Verb.Status()),
                Arguments.of("demo", new Verb.Play(null)),
                Arguments.of("demo --year 2025", new Verb.Play(2025)),
                Arguments.of("mongo 27017", new Verb.Mongo(27017)),
                Arguments.of(
                        "kafka /data 9092 9093",
                        new Verb.Kafka(new BrokerSettings(Path.of("/data"), 9092, 9093))));
    }

    @ParameterizedTest
    @MethodSource
    void understood(String line, Verb verb) {
        assertThat(Verb.of(line.split(" "))).isEqualTo(verb);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("fly", "fly (expected: up, down, status or demo)"),
                Arguments.of("up --fast", "up --fast (expected: --empty, --detach)"),
                Arguments.of("down now", "down now (expected: no option)"),
                Arguments.of(
                        "demo --twice",
                        "demo --twice (expected: no option, or --year and a year such as 2025)"),
                Arguments.of("mongo here", "mongo [here] (expected: port)"),
                Arguments.of(
                        "kafka /data 9092",
                        "kafka [/data, 9092] (expected: folder, port, controller's port)"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String line, String message) {
        assertThat(Verb.of(line.split(" "))).isEqualTo(new Verb.Wrong(message));
    }

    @Test
    void refusesNoVerbAtAll() {
        assertThat(Verb.of()).isInstanceOf(Verb.Wrong.class);
    }
}
