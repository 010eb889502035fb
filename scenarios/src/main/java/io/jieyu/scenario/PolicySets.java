package io.jieyu.scenario;

import io.jieyu.scenario.yaml.FileError;
import io.jieyu.scenario.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policy tables that come with the ledger, by set and region; each set is read once. */
final class PolicySets {

    private static final String FOLDER = "/io/jieyu/ledger/policy/";

    private static final Map<String, Map<String, Document>> READ = new ConcurrentHashMap<>();

    private PolicySets() {}

    /** The documents of the set by region code; {@code none} has none. */
    static Map<String, Document> of(String set) {
        return set.equals("none") ? Map.of() : READ.computeIfAbsent(set, PolicySets::read);
    }

    private static Map<String, Document> read(String set) {
        URL folder = PolicySets.class.getResource(FOLDER + set);
        if (folder == null) {
            throw new IllegalStateException("policy set " + set + " (expected: in the ledger)");
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(FOLDER + set));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | FileError e) {
            throw new IllegalStateException("policy set " + set, e);
        }
    }

    @SuppressWarnings("unchecked") // the form of a table, which the ledger's own tests hold
    private static Map<String, Document> read(Path folder) throws IOException, FileError {
        var documents = new LinkedHashMap<String, Document>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted) {
                try (InputStream yaml = Files.newInputStream(file)) {
                    var document =
                            (Map<String, @Nullable Object>)
                                    YamlFile.read(file.toString(), yaml).root();
                    if (document != null) {
                        documents.put(
                                String.valueOf(document.get("regionCode")), new Document(document));
                    }
                }
            }
        }
        return documents;
    }
}
