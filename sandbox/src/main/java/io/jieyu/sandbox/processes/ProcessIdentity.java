package io.jieyu.sandbox.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process for all time: the pid alone may belong to a stranger tomorrow, the pid and the moment
 * of its start not.
 *
 * @param startedAt as the operating system tells it
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    // The system reckons the moment from its own start, so that a corrected clock moves it a
    // little.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /**
     * The identity of a living process.
     *
     * @throws IllegalStateException if the system does not tell when it started: it is gone already
     */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(
                process.pid(),
                process.info()
                        .startInstant()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "process " + process.pid() + ": no start time")));
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks the process to end (SIGTERM); does nothing if it is gone. */
    public void terminate() {
        handle().ifPresent(ProcessHandle::destroy);
    }

    /** Ends the process at once (SIGKILL); does nothing if it is gone. */
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    // A process that has ended but that nobody has waited for still has its pid; its command is
    // gone.
    private boolean isTheSame(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().isPresent()
                && info.startInstant()
                        .map(start -> Duration.between(startedAt, start).abs())
                        .filter(difference -> difference.compareTo(TOLERANCE) <= 0)
                        .isPresent();
    }
}
