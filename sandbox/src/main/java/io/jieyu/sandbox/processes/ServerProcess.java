package io.jieyu.sandbox.processes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One server in a process of its own, which may be killed and started again on the same data and
 * the same ports.
 *
 * <pre>{@code
 * try (var kafka = ServerProcess.start(KafkaBroker.launch(BrokerSettings.onFreePorts(folder), log))) {
 *     kafka.kill();
 *     kafka.restart();
 * }
 * }</pre>
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int TAIL_LINES = 20;

    private final Launch launch;
    private Process process;

    private ServerProcess(Launch launch) {
        this.launch = launch;
        this.process = launch.start();
    }

    /** Starts the process and returns at once; it outlives this JVM if nobody stops it. */
    public static ServerProcess launch(Launch launch) {
        return new ServerProcess(launch);
    }

    /**
     * Starts the process and returns when the server is ready; it does not outlive this JVM.
     *
     * @throws ServerFailed if it does not become ready; nothing is left running then
     */
    public static ServerProcess start(Launch launch) {
        var server = new ServerProcess(launch);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.process.destroyForcibly()));
        return server.readyOrKilled();
    }

    public String name() {
        return launch.name();
    }

    /** Where it is reached, e.g. {@code 127.0.0.1:9092}, {@code mongodb://127.0.0.1:27017}. */
    public String url() {
        return launch.url();
    }

    public Launch launch() {
        return launch;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public ProcessIdentity identity() {
        return ProcessIdentity.of(process.toHandle());
    }

    /** Empty when it is ready to work, otherwise what is in the way. */
    public Optional<String> trouble() {
        return isAlive()
                ? launch.health().trouble()
                : Optional.of("ended with exit status " + process.exitValue());
    }

    /**
     * Returns when the server is ready.
     *
     * @throws ServerFailed if the process ends or the limit is reached before
     */
    public void awaitReady(Duration limit) {
        Readiness.await(List.of(this), limit, Readiness.Listener.SILENT);
    }

    /** Ends the process as a crash does (SIGKILL) and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    /**
     * Asks the process to end (SIGTERM), after 20 seconds with SIGKILL, and returns when it is
     * gone.
     */
    public void stop() {
        process.destroy();
        if (!awaitEnd(STOP_LIMIT)) {
            kill();
        }
    }

    /**
     * Stops the process if it is alive, starts it again and returns when it is ready.
     *
     * @throws ServerFailed if it does not become ready
     */
    public void restart() {
        stop();
        process = launch.start();
        readyOrKilled();
    }

    @Override
    public void close() {
        stop();
    }

    /** Why it failed, with the end of its log. */
    ServerFailed failed(String reason) {
        return new ServerFailed(
                "%s: %s; the end of %s:%n%s"
                        .formatted(
                                name(),
                                reason,
                                launch.log(),
                                LogTail.of(launch.log(), TAIL_LINES)));
    }

    private ServerProcess readyOrKilled() {
        try {
            awaitReady(READY_LIMIT);
            return this;
        } catch (ServerFailed e) {
            kill();
            throw e;
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
