package io.jieyu.sandbox.mongo;

import io.jieyu.sandbox.health.MongoHealth;
import io.jieyu.sandbox.processes.Launch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which MongoDB there is: the one that the settings name, else a {@code mongod} on the path, else
 * the embedded one.
 */
public sealed interface MongoChoice {

    /** What services put into their settings. */
    String uri();

    /** The same without a password: for the reader of the terminal. */
    default String shownUri() {
        return uri().replaceFirst("//.*@", "//");
    }

    /** For the reader of the terminal: which one it is and what that means. */
    String described();

    static MongoChoice of(Map<String, String> environment, int port) {
        String uri = environment.getOrDefault("JIEYU_MONGODB_URI", "").strip();
        if (!uri.isEmpty()) {
            return new Elsewhere(uri);
        }
        return mongod(environment.getOrDefault("PATH", ""))
                .<MongoChoice>map(program -> new Mongod(program, port))
                .orElseGet(() -> new Embedded(port));
    }

    private static Optional<Path> mongod(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst();
    }

    /** Somebody else's server, which this program neither starts nor stops. */
    record Elsewhere(String uri) implements MongoChoice {

        @Override
        public String described() {
            return "the one that JIEYU_MONGODB_URI names";
        }
    }

    /** A single node with its data on disk. */
    record Mongod(Path program, int port) implements MongoChoice {

        @Override
        public String uri() {
            return EmbeddedMongo.uri(port);
        }

        @Override
        public String described() {
            return program + ", a single node, its data on disk";
        }

        public Launch launch(Path data, Path log) {
            try {
                Files.createDirectories(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var command =
                    List.of(
                            program.toString(),
                            "--dbpath",
                            data.toString(),
                            "--bind_ip",
                            "127.0.0.1",
                            "--port",
                            String.valueOf(port));
            return new Launch("mongodb", command, Map.of(), log, uri(), new MongoHealth(uri()));
        }
    }

    /** Wire-compatible, in memory: the read side is rebuilt from the topics after each start. */
    record Embedded(int port) implements MongoChoice {

        @Override
        public String uri() {
            return EmbeddedMongo.uri(port);
        }

        @Override
        public String described() {
            return "the embedded server (memory only; no mongod on the path, no"
                    + " JIEYU_MONGODB_URI)";
        }
    }
}
