package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.sandbox.health.Health;
import io.jieyu.sandbox.processes.ProcessIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir private Path folder;
    private RunFolder runFolder = new RunFolder(Path.of(""));

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        runFolder = new RunFolder(folder.resolve("run"));
    }

    @Test
    void hasNothingBeforeTheFirstStart() {
        assertThat(runFolder.servers()).isEmpty();
        assertThat(runFolder.watcher()).isEmpty();
    }

    @Test
    void tellsServersInTheOrderOfTheirStart() {
        var gateway = server("gateway", 2, 20);
        var accounts = server("account-service", 2, 30);
        var kafka = server("kafka", 1, 10);
        runFolder.add(accounts);
        runFolder.add(gateway);
        runFolder.add(kafka);
        runFolder.watch();
        assertThat(runFolder.servers()).containsExactly(kafka, gateway, accounts);
        runFolder.remove(gateway);
        assertThat(runFolder.servers()).containsExactly(kafka, accounts);
    }

    @Test
    void knowsTheWatcherWhileItIsAlive() {
        runFolder.watch();
        assertThat(runFolder.watcher()).contains(ProcessIdentity.of(ProcessHandle.current()));
        runFolder.watchNoMore();
        assertThat(runFolder.watcher()).isEmpty();
    }

    @Test
    void takesNoStrangerWithTheSamePidForTheWatcher() {
        var self = ProcessIdentity.of(ProcessHandle.current());
        var before = new ProcessIdentity(self.pid(), self.startedAt().minusSeconds(60));
        new PidFile(folder.resolve("run").resolve("up.pid")).write(before, Map.of());
        assertThat(runFolder.watcher()).isEmpty();
    }

    private RunningServer server(String name, int stage, long second) {
        return new RunningServer(
                name,
                stage,
                new ProcessIdentity(second, Instant.ofEpochSecond(second)),
                "http://127.0.0.1:" + second,
                Health.at("http://127.0.0.1:" + second + "/health"),
                folder.resolve(name + ".log"));
    }
}
