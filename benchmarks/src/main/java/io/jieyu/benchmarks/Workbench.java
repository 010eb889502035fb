package io.jieyu.benchmarks;

import io.jieyu.sandbox.kafka.BrokerSettings;
import io.jieyu.sandbox.kafka.KafkaBroker;
import io.jieyu.sandbox.kafka.MakeTopics;
import io.jieyu.sandbox.processes.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A folder and a real broker in a process of its own, with all topics; gone when it is closed. */
public final class Workbench implements AutoCloseable {

    private final Path folder;
    private final ServerProcess kafka;
    private final Admin admin;

    private Workbench(Path folder, ServerProcess kafka, Admin admin) {
        this.folder = folder;
        this.kafka = kafka;
        this.admin = admin;
    }

    /** Starts the broker and makes the topics. */
    public static Workbench with(int partitions) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("jieyu-bench");
        var broker = BrokerSettings.onFreePorts(folder.resolve("kafka"));
        var kafka = ServerProcess.start(KafkaBroker.launch(broker, folder.resolve("kafka.log")));
        var admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.url()));
        MakeTopics.on(kafka.url(), partitions);
        return new Workbench(folder, kafka, admin);
    }

    public String bootstrap() {
        return kafka.url();
    }

    public Admin admin() {
        return admin;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        admin.close();
        kafka.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
