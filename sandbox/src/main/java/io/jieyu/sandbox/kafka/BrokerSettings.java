package io.jieyu.sandbox.kafka;

import io.jieyu.sandbox.processes.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * One broker that is its own controller.
 *
 * @param folder keeps everything: the configuration as it was started with, and the logs under
 *     {@code data}
 * @param port where clients connect, on 127.0.0.1 only
 * @param controllerPort where the broker talks to its own controller, on 127.0.0.1 only
 */
public record BrokerSettings(Path folder, int port, int controllerPort) {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST_MESSAGE = 12 * MEBIBYTE;

    public BrokerSettings {
        folder = folder.toAbsolutePath();
    }

    /** For tests and benchmarks: next to any other broker on this machine. */
    public static BrokerSettings onFreePorts(Path folder) {
        return new BrokerSettings(folder, Ports.free(), Ports.free());
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    Path data() {
        return folder.resolve("data");
    }

    /**
     * The broker's configuration; what is not named here is Kafka's own default, as in production.
     */
    Map<String, String> properties() {
        var all = new TreeMap<String, String>();
        all.putAll(listeners());
        all.putAll(aloneInTheCluster());
        all.putAll(sizes());
        return all;
    }

    private Map<String, String> listeners() {
        String controller = "127.0.0.1:" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@" + controller,
                "listeners",
                "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "PLAINTEXT://" + bootstrap(),
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                data().toString());
    }

    private static Map<String, String> aloneInTheCluster() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0");
    }

    // For a machine with two cores and other work to do: Kafka's defaults are made for a server of
    // its own. The largest
    // message stays Kafka's default: a topic that takes more must say so itself, here as in
    // production.
    private static Map<String, String> sizes() {
        return Map.of(
                "offsets.topic.num.partitions",
                "4",
                "transaction.state.log.num.partitions",
                "4",
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "background.threads",
                "2",
                "log.segment.bytes",
                String.valueOf(128 * MEBIBYTE),
                "log.index.size.max.bytes",
                String.valueOf(MEBIBYTE),
                "log.cleaner.dedupe.buffer.size",
                String.valueOf(16 * MEBIBYTE),
                "replica.fetch.max.bytes",
                String.valueOf(LARGEST_MESSAGE),
                "replica.fetch.response.max.bytes",
                String.valueOf(2 * LARGEST_MESSAGE));
    }
}
