package io.jieyu.sandbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.jieyu.sandbox.processes.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines {@code key=value} about one process; whoever reads it sees all of it or none. */
record PidFile(Path path) {

    void write(ProcessIdentity process, Map<String, String> more) {
        var values = new LinkedHashMap<String, String>();
        values.put("pid", String.valueOf(process.pid()));
        values.put("startedAt", process.startedAt().toString());
        values.putAll(more);
        String text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(path.getParent());
            Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
            Files.writeString(unfinished, text);
            Files.move(unfinished, path, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessIdentity process() {
        var values = values();
        return new ProcessIdentity(
                Long.parseLong(require(values, "pid")),
                Instant.parse(require(values, "startedAt")));
    }

    String value(String key) {
        return require(values(), key);
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> values() {
        try (var lines = Files.lines(path)) {
            return lines.map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String require(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(path + ": no " + key + " (expected: " + key + "=…)");
        }
        return value;
    }
}
