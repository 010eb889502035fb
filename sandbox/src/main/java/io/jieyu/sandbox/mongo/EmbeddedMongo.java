package io.jieyu.sandbox.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jieyu.sandbox.Sandbox;
import io.jieyu.sandbox.health.MongoHealth;
import io.jieyu.sandbox.processes.JavaCommand;
import io.jieyu.sandbox.processes.Launch;
import io.jieyu.sandbox.processes.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A server that speaks MongoDB's protocol and keeps everything in memory, inside this process:
 * {@link #start}; or in one of its own: {@link #launch}. It is empty after each start and has no
 * transactions.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 1024;

    private final MongoServer server;
    private final int port;
    private final CountDownLatch ended = new CountDownLatch(1);

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Returns when the server takes requests on 127.0.0.1. */
    public static EmbeddedMongo start(int port) {
        var server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", port);
        return new EmbeddedMongo(server, port);
    }

    public static EmbeddedMongo startOnFreePort() {
        return start(Ports.free());
    }

    /** The same server as a process of its own. */
    public static Launch launch(int port, Path log) {
        return new Launch(
                "mongodb",
                JavaCommand.ofClass(Sandbox.class, HEAP_MEGABYTES, "mongo", String.valueOf(port)),
                Map.of(),
                log,
                uri(port),
                new MongoHealth(uri(port)));
    }

    public String uri() {
        return uri(port);
    }

    /** Returns when the server was closed. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        server.shutdownNow();
        ended.countDown();
    }

    static String uri(int port) {
        return "mongodb://127.0.0.1:" + port;
    }
}
