package io.jieyu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.scenario.yaml.FileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The acceptance scenarios. Those that need a part which the ledger does not have yet are listed by
 * name; one that has come to hold must leave the list, so it can only shrink.
 */
class AcceptanceTest {

    private static final Path FOLDER = Path.of("acceptance");
    private static final Set<String> LATER = Set.of("family", "wallet", "transfer", "withdrawal");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Set<String> pending() throws IOException {
        return new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/pending.txt")));
    }

    static Stream<Path> ready() throws IOException {
        Set<String> pending = pending();
        return files().filter(file -> !pending.contains(name(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ready")
    void holds(Path file) throws FileError {
        assertThat(Play.play(ReadScenario.from(file)).differences()).isEmpty();
    }

    @Test
    void listsAsPendingOnlyWhatNeedsALaterPartAndDoesNotHoldYet() throws Exception {
        var names = new HashSet<String>();
        for (Path file : files().toList()) {
            if (pending().contains(name(file))) {
                Scenario scenario = ReadScenario.from(file);
                names.add(scenario.name());
                assertThat(scenario.needs()).as(scenario.name()).containsAnyElementsOf(LATER);
                assertThat(Play.play(scenario).differences()).as(scenario.name()).isNotEmpty();
            }
        }
        assertThat(names).isEqualTo(pending());
    }

    @Test
    void tellsTheSameStoryTwiceToTheByte() throws Exception {
        for (Path file : ready().toList()) {
            assertThat(bytes(file)).as(file.toString()).isEqualTo(bytes(file));
        }
    }

    private static List<String> bytes(Path file) throws FileError {
        return Play.play(ReadScenario.from(file)).ledger().records().stream()
                .map(recorded -> recorded.json().hash().toString())
                .toList();
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }
}
