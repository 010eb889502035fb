package io.jieyu.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.document.Reviewed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an author is told of a broken document, word for word. */
class BrokenDocumentsTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/jieyu/document/broken");
    private static final int PROMISED = 30;

    static List<Path> broken() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList();
        }
    }

    @Test
    void thereAreThirtyAtLeast() throws IOException {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(PROMISED);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void tellsEveryErrorWithItsLine(Path folder) {
        Terminal check = Terminal.run("check", folder.toString());
        assertThat(check.status()).isEqualTo(1);
        Reviewed.holds(folder.resolve("expected.txt"), check.out().replace(folder + "/", ""));
    }
}
