package io.jieyu.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir private Path folder;

    @Test
    void tellsTheLastLinesIndented() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
        assertThat(LogTail.of(log, 2)).isEqualTo("  two\n  three");
    }

    @Test
    void readsOnlyTheEndOfALongLog() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "x".repeat(100_000) + "\nend\n");
        assertThat(LogTail.of(log, 1)).isEqualTo("  end");
        assertThat(LogTail.of(log, 20).length()).isLessThan(20_000);
    }

    @Test
    void isEmptyWithoutALog() {
        assertThat(LogTail.of(folder.resolve("none.log"), 20)).isEmpty();
    }
}
