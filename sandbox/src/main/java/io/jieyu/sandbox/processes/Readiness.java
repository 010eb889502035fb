package io.jieyu.sandbox.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until servers are ready, all at the same time. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private Readiness() {}

    /** Hears how the waiting goes. */
    public interface Listener {

        Listener SILENT =
                new Listener() {
                    @Override
                    public void ready(ServerProcess server, Duration after) {}

                    @Override
                    public void waiting(ServerProcess server, String trouble, Duration after) {}
                };

        /** Once for each server. */
        void ready(ServerProcess server, Duration after);

        /** Every 10 seconds for each server that is not ready. */
        void waiting(ServerProcess server, String trouble, Duration after);
    }

    /**
     * Returns when all are ready.
     *
     * @throws ServerFailed as soon as one ends, or when the limit is reached
     */
    public static void await(List<ServerProcess> servers, Duration limit, Listener listener) {
        long start = System.nanoTime();
        Duration nextWord = TELL_EVERY;
        var pending = new ArrayList<>(servers);
        while (!pending.isEmpty()) {
            boolean word = since(start).compareTo(nextWord) >= 0;
            pending.removeIf(server -> look(server, start, limit, word, listener));
            nextWord = word ? since(start).plus(TELL_EVERY) : nextWord;
            pause();
        }
    }

    private static boolean look(
            ServerProcess server, long start, Duration limit, boolean word, Listener listener) {
        var trouble = server.trouble();
        Duration after = since(start);
        if (trouble.isEmpty()) {
            listener.ready(server, after);
            return true;
        }
        if (!server.isAlive()) {
            throw server.failed(server.trouble().orElse("ended"));
        }
        if (after.compareTo(limit) >= 0) {
            throw server.failed("not ready after " + limit.toSeconds() + " s: " + trouble.get());
        }
        if (word) {
            listener.waiting(server, trouble.get(), after);
        }
        return false;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for servers", e);
        }
    }
}
