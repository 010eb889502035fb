package io.jieyu.sandbox.kafka;

import io.jieyu.sandbox.Sandbox;
import io.jieyu.sandbox.health.KafkaHealth;
import io.jieyu.sandbox.processes.JavaCommand;
import io.jieyu.sandbox.processes.Launch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in KRaft mode, as production runs it, inside this process: {@link #start}; or
 * in one of its own: {@link #launch}. What was written to its folder is there again at the next
 * start.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 512;

    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private KafkaBroker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Returns when the broker takes requests. */
    public static KafkaBroker start(BrokerSettings settings) {
        format(settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(settings, server);
    }

    /** The same broker as a process of its own. */
    public static Launch launch(BrokerSettings settings, Path log) {
        return new Launch(
                "kafka",
                JavaCommand.ofClass(
                        Sandbox.class,
                        HEAP_MEGABYTES,
                        "kafka",
                        settings.folder().toString(),
                        String.valueOf(settings.port()),
                        String.valueOf(settings.controllerPort())),
                Map.of(),
                log,
                settings.bootstrap(),
                new KafkaHealth(settings.bootstrap()));
    }

    public String bootstrap() {
        return settings.bootstrap();
    }

    /** Returns when the broker has ended. */
    public void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    // Gives the folder its cluster id once; a folder that has one keeps it.
    private static void format(BrokerSettings settings) {
        Path file = settings.folder().resolve("server.properties");
        try {
            Files.createDirectories(settings.data());
            Files.writeString(file, text(settings.properties()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(settings.data().resolve("meta.properties"))) {
            return;
        }
        var told = new ByteArrayOutputStream();
        int status =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--cluster-id",
                            Uuid.randomUuid().toString(),
                            "--config",
                            file.toString()
                        },
                        new PrintStream(told, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    settings.folder() + ": " + told.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
