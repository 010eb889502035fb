package io.jieyu.systemtests;

import io.jieyu.sandbox.kafka.BrokerSettings;
import io.jieyu.sandbox.kafka.KafkaBroker;
import io.jieyu.sandbox.mongo.EmbeddedMongo;
import io.jieyu.sandbox.processes.Ports;
import io.jieyu.sandbox.processes.ServerProcess;
import io.jieyu.sandbox.services.Service;
import io.jieyu.sandbox.services.ServiceWiring;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Servers and services as processes of their own, on free ports, their data in one folder. */
final class RunningServers implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final Deque<ServerProcess> started = new ArrayDeque<>();
    private final Map<Service, ServerProcess> services = new EnumMap<>(Service.class);
    private final ServerProcess kafka;
    private final ServerProcess mongo;
    private final ServiceWiring wiring;

    RunningServers(Path folder) {
        kafka =
                start(
                        ServerProcess.start(
                                KafkaBroker.launch(
                                        BrokerSettings.onFreePorts(folder.resolve("kafka")),
                                        folder.resolve("kafka.log"))));
        mongo =
                start(
                        ServerProcess.start(
                                EmbeddedMongo.launch(Ports.free(), folder.resolve("mongo.log"))));
        Path root = Path.of("..").toAbsolutePath().normalize();
        wiring = ServiceWiring.onFreePorts(root, folder, kafka.url(), mongo.url());
    }

    /** Starts the services, all at once, and returns when they are ready. */
    RunningServers with(Service... wanted) {
        for (Service service : wanted) {
            services.put(service, start(ServerProcess.launch(wiring.launch(service))));
        }
        for (Service service : wanted) {
            services.get(service).awaitReady(Duration.ofMinutes(2));
        }
        return this;
    }

    String bootstrap() {
        return kafka.url();
    }

    URI url(Service service) {
        return URI.create(wiring.url(service));
    }

    ServerProcess kafka() {
        return kafka;
    }

    ServerProcess mongo() {
        return mongo;
    }

    ServerProcess service(Service service) {
        return services.get(service);
    }

    private ServerProcess start(ServerProcess process) {
        started.push(process);
        return process;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
