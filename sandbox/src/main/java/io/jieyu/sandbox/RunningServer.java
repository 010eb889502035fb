package io.jieyu.sandbox;

import io.jieyu.sandbox.health.Health;
import io.jieyu.sandbox.processes.ProcessIdentity;
import io.jieyu.sandbox.processes.ServerProcess;
import java.nio.file.Path;
import java.util.Map;

/**
 * A server that some {@code up} started, as it is written down in its pid file: so that {@code
 * status} and {@code down} know what runs, whatever the environment says by then.
 *
 * @param stage servers of a later stage need those of an earlier one, and are stopped before them
 */
record RunningServer(
        String name, int stage, ProcessIdentity process, String url, Health health, Path log) {

    static RunningServer of(ServerProcess server, int stage) {
        var launch = server.launch();
        return new RunningServer(
                launch.name(),
                stage,
                server.identity(),
                launch.url(),
                launch.health(),
                launch.log());
    }

    static RunningServer read(String name, PidFile file) {
        return new RunningServer(
                name,
                Integer.parseInt(file.value("stage")),
                file.process(),
                file.value("url"),
                Health.at(file.value("health")),
                Path.of(file.value("log")));
    }

    void write(PidFile file) {
        file.write(
                process,
                Map.of(
                        "stage", String.valueOf(stage),
                        "url", url,
                        "health", health.address(),
                        "log", log.toString()));
    }

    boolean isAlive() {
        return process.isAlive();
    }
}
