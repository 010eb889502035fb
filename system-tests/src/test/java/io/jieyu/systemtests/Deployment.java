package io.jieyu.systemtests;

import static java.util.stream.Collectors.joining;

import io.jieyu.sandbox.services.Service;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;

/**
 * The files a team starts Jieyu with, held against what Maven builds and what the services read.
 * Every finding is a sentence that names the place.
 */
final class Deployment {

    private static final Pattern COPIED_JAR = Pattern.compile("(?m)^COPY (\\S+\\.jar) ");
    private static final Pattern URL = Pattern.compile("http://([^:/]+):(\\d+)");
    private static final Pattern SECRET =
            Pattern.compile("PASSWORD|SECRET|TOKEN|CREDENTIAL|://[^/]*:[^/]*@");

    private final Path files;
    private final ServiceSettings settings;
    private final Map<String, Map<String, Object>> services;
    private final List<String> brokers;
    private final List<String> findings = new ArrayList<>();

    private Deployment(Path files, Path project) {
        this.files = files;
        this.settings = new ServiceSettings(project);
        this.services =
                Yaml.maps(Yaml.map(Yaml.read(files.resolve("docker-compose.yml")).get("services")));
        this.brokers =
                services.keySet().stream().filter(name -> name.startsWith("kafka-")).toList();
    }

    /**
     * What is wrong with the files.
     *
     * @param files the folder with the compose file
     * @param project the folder with the modules
     */
    static List<String> findings(Path files, Path project) throws IOException {
        var deployment = new Deployment(files, project);
        for (Service service : Service.values()) {
            deployment.checkSettings(service);
            deployment.checkPorts(service);
            deployment.checkJar(service);
        }
        deployment.checkBrokers();
        deployment.checkDependencies();
        deployment.checkPublished();
        deployment.checkSecrets();
        deployment.checkPrometheus();
        return deployment.findings;
    }

    private void checkSettings(Service service) {
        var known = settings.environmentNames(service);
        for (String key : environment(service.module()).keySet()) {
            require(
                    known.contains(key),
                    "%s: %s is read by nobody".formatted(service.module(), key));
        }
        for (String key : settings.namesWithLoopbackDefault(service)) {
            require(
                    environment(service.module()).containsKey(key),
                    "%s: %s is not set".formatted(service.module(), key));
        }
        if (settings.usesKafka(service)) {
            expect(
                    service.module(),
                    "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                    brokers.stream().map(broker -> broker + ":9092").collect(joining(",")));
            expect(service.module(), "JIEYU_TOPICS_REPLICATION", brokers.size());
            expect(service.module(), "JIEYU_TOPICS_PARTITIONS", settings.partitions());
        }
    }

    private void checkPorts(Service service) {
        expect(service.module(), "SERVER_PORT", settings.port(service));
        for (var entry : environment(service.module()).entrySet()) {
            var url = URL.matcher(entry.getValue());
            if (url.matches()) {
                require(
                        settings.port(url.group(1)).equals(url.group(2)),
                        "%s: %s leads to %s"
                                .formatted(service.module(), entry.getKey(), entry.getValue()));
            }
        }
    }

    private void checkJar(Service service) throws IOException {
        Path built = Path.of(settings.builtJar(service));
        var copied = COPIED_JAR.matcher(Files.readString(files.resolve("Dockerfile")));
        require(
                copied.find()
                        && matches(copied.group(1).replace("${SERVICE}", service.module()), built),
                "Dockerfile: copies nothing of what Maven builds, %s".formatted(built));
        require(
                Files.readAllLines(files.resolve(".dockerignore")).stream()
                        .anyMatch(
                                line -> line.startsWith("!") && matches(line.substring(1), built)),
                ".dockerignore: hides %s".formatted(built));
    }

    private void checkBrokers() {
        Set<String> known = new TreeSet<>(Set.of("CLUSTER_ID"));
        KafkaConfig.configDef()
                .names()
                .forEach(name -> known.add("KAFKA_" + ServiceSettings.environmentName(name)));
        for (String broker : brokers) {
            for (String key : environment(broker).keySet()) {
                require(known.contains(key), "%s: %s is read by nobody".formatted(broker, key));
            }
            int all = brokers.size();
            expect(broker, "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", all);
            expect(broker, "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", all - 1);
            expect(broker, "KAFKA_MIN_INSYNC_REPLICAS", all - 1);
        }
        require(brokers.size() == 3, "docker-compose.yml: %s brokers".formatted(brokers.size()));
    }

    private void checkDependencies() throws IOException {
        boolean checked = Files.readString(files.resolve("Dockerfile")).contains("\nHEALTHCHECK ");
        services.forEach((name, service) -> {
            if (service.get("depends_on") instanceof List<?> anyhow) {
                require(false, "%s: does not wait until %s is healthy".formatted(name, anyhow));
                return;
            }
            Yaml.maps(Yaml.map(service.get("depends_on")))
                    .forEach((other, how) ->
                            require(
                                    "service_healthy".equals(how.get("condition")),
                                    "%s: does not wait until %s is healthy"
                                            .formatted(name, other)));
            boolean built = service.containsKey("build");
            require(
                    service.containsKey("healthcheck") || (built && checked),
                    "%s: has no health check".formatted(name));
        });
    }

    private void checkPublished() {
        services.forEach((name, service) -> {
            var ports = service.get("ports") instanceof List<?> some ? some : List.of();
            require(
                    ports.isEmpty() || name.equals("gateway"),
                    "%s: can be reached past the gateway".formatted(name));
            for (Object port : ports) {
                require(
                        port.toString().startsWith("127.0.0.1:"),
                        "%s: %s can be reached from other machines".formatted(name, port));
            }
        });
    }

    private void checkSecrets() {
        for (String name : services.keySet()) {
            environment(name)
                    .forEach((key, value) ->
                            require(
                                    !SECRET.matcher(key + "=" + value).find(),
                                    "%s: %s holds a secret".formatted(name, key)));
        }
    }

    private void checkPrometheus() {
        var job = Yaml.read(files.resolve("deploy/prometheus.yml")).get("scrape_configs");
        var scrape = Yaml.map(((List<?>) job).getFirst());
        var targets = Yaml.map(((List<?>) scrape.get("static_configs")).getFirst()).get("targets");
        var wanted =
                Arrays.stream(Service.values())
                        .map(service -> service.module() + ":" + settings.port(service))
                        .toList();
        require(
                wanted.equals(targets),
                "prometheus.yml: targets %s, not %s".formatted(targets, wanted));
        require(
                "/actuator/prometheus".equals(scrape.get("metrics_path")),
                "prometheus.yml: metrics_path %s".formatted(scrape.get("metrics_path")));
    }

    private void expect(String service, String key, Object value) {
        String given = environment(service).get(key);
        require(
                String.valueOf(value).equals(given),
                "%s: %s is %s, not %s".formatted(service, key, given, value));
    }

    private Map<String, String> environment(String service) {
        return Yaml.strings(services.getOrDefault(service, Map.of()).get("environment"));
    }

    private static boolean matches(String pattern, Path path) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(path);
    }

    private void require(boolean right, String finding) {
        if (!right) {
            findings.add(finding);
        }
    }
}
