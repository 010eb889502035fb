package io.jieyu.sandbox;

import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.jieyu.sandbox.processes.ProcessIdentity;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Stops what {@code up} started: the services first, then what they need. */
final class StopEverything {

    private static final Duration SERVER_LIMIT = Duration.ofSeconds(20);
    private static final Duration WATCHER_LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final RunFolder runFolder;
    private final PrintStream out;

    StopEverything(RunFolder runFolder, PrintStream out) {
        this.runFolder = runFolder;
        this.out = out;
    }

    /** The verb {@code down}. */
    int down() {
        var watcher = runFolder.watcher();
        if (watcher.isEmpty() && runFolder.servers().isEmpty()) {
            out.println("Nothing is running.");
            return 0;
        }
        // It stops its servers itself; doing the same from here would look like a crash to it.
        watcher.ifPresent(up -> {
            out.println("Asking the ./jieyu up with pid " + up.pid() + " to stop");
            up.terminate();
            awaitEnd(List.of(up), WATCHER_LIMIT);
        });
        stop();
        runFolder.watchNoMore();
        return 0;
    }

    /** Stops every server that is written down and returns when they are gone. */
    void stop() {
        runFolder.servers().stream()
                .collect(
                        groupingBy(
                                RunningServer::stage,
                                () -> new TreeMap<>(reverseOrder()),
                                toList()))
                .values()
                .forEach(this::stopTogether);
    }

    private void stopTogether(List<RunningServer> servers) {
        var alive = servers.stream().filter(RunningServer::isAlive).toList();
        alive.forEach(server -> server.process().terminate());
        awaitEnd(alive.stream().map(RunningServer::process).toList(), SERVER_LIMIT);
        for (RunningServer server : servers) {
            String how = alive.contains(server) ? "stopped" : "had ended before";
            if (server.isAlive()) {
                server.process().kill();
                how = "killed, after " + SERVER_LIMIT.toSeconds() + " s of asking";
            }
            out.printf("  %-22s%s%n", server.name(), how);
            runFolder.remove(server);
        }
    }

    private static void awaitEnd(List<ProcessIdentity> processes, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(ProcessIdentity::isAlive)
                && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
