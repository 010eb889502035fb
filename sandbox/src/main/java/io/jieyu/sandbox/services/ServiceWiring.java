package io.jieyu.sandbox.services;

import static java.util.Map.entry;

import io.jieyu.sandbox.health.HttpHealth;
import io.jieyu.sandbox.processes.JavaCommand;
import io.jieyu.sandbox.processes.Launch;
import io.jieyu.sandbox.processes.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the four services on one machine find Kafka, MongoDB and each other.
 *
 * @param root the project's folder, in which the jars were built
 * @param work keeps the logs under {@code logs} and the local state of the streams under {@code
 *     streams}
 * @param bootstrap of Kafka
 */
public record ServiceWiring(
        Path root, Path work, String bootstrap, String mongoUri, Map<Service, Integer> ports) {

    // One machine has few cores; a team's or a country's number of partitions is the services' own
    // default.
    private static final String PARTITIONS = "4";

    public ServiceWiring {
        ports = Map.copyOf(ports);
    }

    /** For tests: next to any other Jieyu on this machine. */
    public static ServiceWiring onFreePorts(
            Path root, Path work, String bootstrap, String mongoUri) {
        var ports = new EnumMap<Service, Integer>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, Ports.free());
        }
        return new ServiceWiring(root, work, bootstrap, mongoUri, ports);
    }

    /**
     * What it takes to start the service.
     *
     * @throws IllegalStateException if its jar has not been built
     */
    public Launch launch(Service service) {
        Path jar =
                service.jar(root)
                        .orElseThrow(
                                () -> new IllegalStateException(service.module() + ": not built"));
        return new Launch(
                service.module(),
                JavaCommand.ofJar(jar, service.heapMegabytes()),
                environment(service),
                work.resolve("logs").resolve(service.module() + ".log"),
                url(service),
                new HttpHealth(URI.create(url(service) + "/actuator/health/readiness")));
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    private Map<String, String> environment(Service service) {
        return Map.ofEntries(
                entry("SERVER_PORT", String.valueOf(ports.get(service))),
                entry("SERVER_ADDRESS", "127.0.0.1"),
                entry("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrap),
                entry("SPRING_KAFKA_STREAMS_STATE_DIR", work.resolve("streams").toString()),
                entry("JIEYU_MONGODB_URI", mongoUri),
                entry("JIEYU_CERTIFICATES_KEY_FILE", CertificateKey.in(work).toString()),
                entry("JIEYU_TOPICS_PARTITIONS", PARTITIONS),
                entry("JIEYU_ROUTES_CONTRIBUTIONS", url(Service.CONTRIBUTION_SERVICE)),
                entry("JIEYU_ROUTES_ACCOUNTS", url(Service.ACCOUNT_SERVICE)),
                entry("JIEYU_PREVIEWS_ACCOUNTS", url(Service.ACCOUNT_SERVICE)),
                entry("JIEYU_ROUTES_POLICIES", url(Service.POLICY_SERVICE)));
    }
}
