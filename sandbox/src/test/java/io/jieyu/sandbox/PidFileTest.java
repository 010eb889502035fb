package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jieyu.sandbox.processes.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir private Path folder;

    @Test
    void readsWhatWasWritten() {
        var process = ProcessIdentity.of(ProcessHandle.current());
        var file = new PidFile(folder.resolve("run").resolve("kafka.pid"));
        file.write(process, Map.of("url", "http://127.0.0.1:8080/?a=b"));
        assertThat(file.process()).isEqualTo(process);
        assertThat(file.value("url")).isEqualTo("http://127.0.0.1:8080/?a=b");
        assertThat(folder.resolve("run")).isDirectoryContaining("glob:**.pid");
        assertThat(folder.resolve("run")).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void namesTheFileAndTheKeyThatIsMissing() throws IOException {
        Path path = Files.writeString(folder.resolve("kafka.pid"), "pid=1\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> new PidFile(path).value("url"))
                .withMessage(path + ": no url (expected: url=…)");
    }

    @Test
    void deletesWhatMayBeGoneAlready() {
        var file = new PidFile(folder.resolve("kafka.pid"));
        file.write(ProcessIdentity.of(ProcessHandle.current()), Map.of());
        file.delete();
        file.delete();
        assertThat(folder).isEmptyDirectory();
    }
}
