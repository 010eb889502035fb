package io.jieyu.sandbox;

import io.jieyu.sandbox.processes.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pid files below {@code .jieyu/run}: one for each server, and one for the {@code up} that
 * watches over them.
 */
record RunFolder(Path folder) {

    private static final String SUFFIX = ".pid";
    private static final String WATCHER = "up";

    static RunFolder of(Settings settings) {
        return new RunFolder(settings.home().resolve("run"));
    }

    /**
     * All servers that were written down, alive or not, in the order in which they were started.
     */
    List<RunningServer> servers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> !name.equals(WATCHER))
                    .map(name -> RunningServer.read(name, file(name)))
                    .sorted(
                            Comparator.comparingInt(RunningServer::stage)
                                    .thenComparing(server -> server.process().startedAt()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(RunningServer server) {
        server.write(file(server.name()));
    }

    void remove(RunningServer server) {
        file(server.name()).delete();
    }

    /** The {@code up} that stays with its servers, if it is alive. */
    Optional<ProcessIdentity> watcher() {
        return Files.exists(file(WATCHER).path())
                ? Optional.of(file(WATCHER).process()).filter(ProcessIdentity::isAlive)
                : Optional.empty();
    }

    /** Writes down that this very process watches over the servers. */
    void watch() {
        file(WATCHER).write(ProcessIdentity.of(ProcessHandle.current()), Map.of());
    }

    void watchNoMore() {
        file(WATCHER).delete();
    }

    private PidFile file(String name) {
        return new PidFile(folder.resolve(name + SUFFIX));
    }
}
