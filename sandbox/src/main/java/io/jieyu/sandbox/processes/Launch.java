package io.jieyu.sandbox.processes;

import io.jieyu.sandbox.health.Health;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What it takes to start one server as a process.
 *
 * @param name short and unique, e.g. {@code account-service}
 * @param environment added to this process's own
 * @param log where its output is appended
 * @param url what others put into their settings to reach it
 * @param health says when it is ready
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String url,
        Health health) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same with more environment; a key that is there already gets the new value. */
    public Launch with(Map<String, String> more) {
        var merged = new HashMap<>(environment);
        merged.putAll(more);
        return new Launch(name, command, merged, log, url, health);
    }

    /**
     * The same, but deaf to Ctrl-C and to the end of the terminal, which reach a whole group of
     * processes at once: who started it decides when and in which order it ends.
     */
    public Launch deafToTerminal() {
        var shell = Stream.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", name);
        return new Launch(
                name,
                Stream.concat(shell, command.stream()).toList(),
                environment,
                log,
                url,
                health);
    }

    Process start() {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + command.getFirst(), e);
        }
    }
}
