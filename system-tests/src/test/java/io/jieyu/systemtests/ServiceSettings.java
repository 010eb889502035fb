package io.jieyu.systemtests;

import io.jieyu.sandbox.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the services read, out of their own application.yaml and Spring Boot's list of its keys. */
final class ServiceSettings {

    private static final String BOOT_KEYS = "META-INF/spring-configuration-metadata.json";
    private static final Pattern BOOT_KEY =
            Pattern.compile("\"name\": ?\"((?:spring\\.kafka|server)\\.[a-z0-9.-]+)\"");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern CLASSIFIER = Pattern.compile("<classifier>([^<]+)</classifier>");
    private static final Pattern ARTIFACT =
            Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

    private final Path project;

    ServiceSettings(Path project) {
        this.project = project;
    }

    /** {@code spring.kafka.streams.state-dir} is {@code SPRING_KAFKA_STREAMS_STATEDIR}. */
    static String environmentName(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Every environment variable that changes something in the service. */
    Set<String> environmentNames(Service service) {
        var keys = new TreeSet<>(read(service).keySet());
        if (usesKafka(service)) {
            keys.addAll(bootKeys());
        } else {
            keys.add("server.port");
        }
        var names = new TreeSet<String>();
        for (String key : keys) {
            names.add(environmentName(key));
            // Spring Boot also takes a dash for an underscore.
            names.add(environmentName(key.replace('-', '.')));
        }
        return names;
    }

    /** What leads to nothing in a container unless somebody sets it. */
    Set<String> namesWithLoopbackDefault(Service service) {
        var names = new TreeSet<String>();
        read(service)
                .forEach((key, value) -> {
                    if (value.contains("127.0.0.1")) {
                        names.add(environmentName(key.replace('-', '.')));
                    }
                });
        return names;
    }

    boolean usesKafka(Service service) {
        return "classpath:service-kit.yaml".equals(own(service).get("spring.config.import"));
    }

    String port(Service service) {
        return own(service).get("server.port");
    }

    /** The port of the service with that name; nothing if there is none. */
    String port(String module) {
        return Arrays.stream(Service.values())
                .filter(service -> service.module().equals(module))
                .map(this::port)
                .findFirst()
                .orElse("");
    }

    /** How many partitions a topic gets where nobody says otherwise. */
    String partitions() {
        return kit().get("jieyu.topics.partitions");
    }

    /** The executable jar below the project's folder, as the poms name it. */
    String builtJar(Service service) {
        String root = text(project.resolve("pom.xml"));
        String own = text(project.resolve(service.module()).resolve("pom.xml"));
        return "%s/target/%s-%s-%s.jar"
                .formatted(
                        service.module(),
                        first(ARTIFACT, own),
                        first(VERSION, root),
                        first(CLASSIFIER, root));
    }

    private Map<String, String> read(Service service) {
        var keys = new TreeMap<>(own(service));
        if (usesKafka(service)) {
            keys.putAll(kit());
        }
        if (!keys.containsKey("jieyu.read-side")) {
            keys.keySet().removeIf(key -> key.startsWith("jieyu.mongodb."));
        }
        return keys;
    }

    private Map<String, String> own(Service service) {
        return Yaml.flat(
                project.resolve(service.module()).resolve("src/main/resources/application.yaml"));
    }

    private Map<String, String> kit() {
        return Yaml.flat(project.resolve("service-kit/src/main/resources/service-kit.yaml"));
    }

    private static Set<String> bootKeys() {
        var keys = new TreeSet<String>();
        try {
            for (var list :
                    Collections.list(
                            ServiceSettings.class.getClassLoader().getResources(BOOT_KEYS))) {
                try (var in = list.openStream()) {
                    var names =
                            BOOT_KEY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    names.results().forEach(name -> keys.add(name.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
