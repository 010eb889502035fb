package io.jieyu.sandbox;

import io.jieyu.sandbox.kafka.BrokerSettings;
import io.jieyu.sandbox.mongo.MongoChoice;
import io.jieyu.sandbox.services.Service;
import io.jieyu.sandbox.services.ServiceWiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the environment decides about this machine's Jieyu.
 *
 * @param root the project's folder
 * @param home everything that is written goes below it; {@code JIEYU_HOME}, else {@code .jieyu} in
 *     the root
 */
record Settings(
        Path root,
        Path home,
        PortSetting kafkaPort,
        PortSetting mongoPort,
        MongoChoice mongo,
        Map<Service, PortSetting> servicePorts) {

    /**
     * Reads the environment.
     *
     * @throws IllegalArgumentException naming the variable, its value and what was expected
     */
    static Settings of(Path root, Map<String, String> environment) {
        String home = environment.getOrDefault("JIEYU_HOME", "").strip();
        var mongoPort = PortSetting.of("mongodb", 27017, "JIEYU_MONGODB_PORT", environment);
        var services = new EnumMap<Service, PortSetting>(Service.class);
        for (Service service : Service.values()) {
            services.put(
                    service,
                    PortSetting.of(
                            service.module(),
                            service.usualPort(),
                            service.portSetting(),
                            environment));
        }
        return new Settings(
                root,
                home.isEmpty() ? root.resolve(".jieyu") : Path.of(home).toAbsolutePath(),
                PortSetting.of("kafka", 9092, "JIEYU_KAFKA_PORT", environment),
                mongoPort,
                MongoChoice.of(environment, mongoPort.port()),
                services);
    }

    /** All ports that are listened on; Kafka's controller lives one above Kafka. */
    List<PortSetting> portsToListenOn() {
        var ports = new ArrayList<PortSetting>();
        ports.add(kafkaPort);
        ports.add(new PortSetting("kafka's controller", kafkaPort.port() + 1, kafkaPort.setting()));
        if (!(mongo instanceof MongoChoice.Elsewhere)) {
            ports.add(mongoPort);
        }
        Arrays.stream(Service.values()).map(servicePorts::get).forEach(ports::add);
        return ports;
    }

    BrokerSettings broker() {
        return new BrokerSettings(home.resolve("kafka"), kafkaPort.port(), kafkaPort.port() + 1);
    }

    ServiceWiring wiring() {
        var ports = new EnumMap<Service, Integer>(Service.class);
        servicePorts.forEach((service, setting) -> ports.put(service, setting.port()));
        return new ServiceWiring(root, home, broker().bootstrap(), mongo.uri(), ports);
    }

    Path log(String process) {
        return home.resolve("logs").resolve(process + ".log");
    }

    /** Names the form of the state stores; data without it is of before the first close. */
    Path dataForm() {
        return home.resolve("data-form");
    }

    /** There once a sample year has been played; its text is what came of it. */
    Path yearPlayed() {
        return home.resolve("year-played");
    }

    /** There once the sample month has been played; its text is what came of it. */
    Path demoPlayed() {
        return home.resolve("demo-played");
    }
}
