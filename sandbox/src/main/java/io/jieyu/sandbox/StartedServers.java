package io.jieyu.sandbox;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.jieyu.sandbox.processes.Launch;
import io.jieyu.sandbox.processes.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers that this very process has started: after {@link #stop} none of them runs, and none
 * is started again.
 */
final class StartedServers {

    private final RunFolder runFolder;
    private final PrintStream out;
    private final List<ServerProcess> servers = new ArrayList<>();
    private boolean stopping;

    StartedServers(RunFolder runFolder, PrintStream out) {
        this.runFolder = runFolder;
        this.out = out;
    }

    /**
     * Starts a server and writes it down; the log of its last run is kept beside the new one.
     *
     * @throws IllegalStateException after {@link #stop}
     */
    synchronized ServerProcess begin(Launch launch, int stage) {
        if (stopping) {
            throw new IllegalStateException(launch.name() + ": not started, everything stops");
        }
        keepLastLog(launch.log());
        var server = ServerProcess.launch(launch.deafToTerminal());
        servers.add(server);
        if (server.isAlive()) {
            runFolder.add(RunningServer.of(server, stage));
        }
        return server;
    }

    /** Those that have ended by now. */
    synchronized List<ServerProcess> ended() {
        return servers.stream().filter(server -> !server.isAlive()).toList();
    }

    synchronized boolean stopping() {
        return stopping;
    }

    synchronized void stop() {
        if (!stopping) {
            stopping = true;
            out.println("Stopping");
            new StopEverything(runFolder, out).stop();
            runFolder.watchNoMore();
        }
    }

    private static void keepLastLog(Path log) {
        if (Files.exists(log)) {
            String kept = log.getFileName().toString().replace(".log", ".previous.log");
            try {
                Files.move(log, log.resolveSibling(kept), REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
