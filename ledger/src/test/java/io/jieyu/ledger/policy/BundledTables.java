package io.jieyu.ledger.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The bundled sets as trees, for tests. */
public final class BundledTables {

    private BundledTables() {}

    /** All documents of a set by region. */
    public static Map<String, Map<String, Object>> of(String set) {
        var documents = new LinkedHashMap<String, Map<String, Object>>();
        try (var files = Files.list(folder(set))) {
            for (Path file : files.sorted().toList()) {
                Map<String, Object> tree = tree(file);
                documents.put((String) tree.get("regionCode"), tree);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /** The versions of a document, oldest first. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> versions(Map<String, Object> document) {
        return (List<Map<String, Object>>) document.get("versions");
    }

    /** The policy fields of a version: what is left without the six keys of upkeep. */
    public static Map<String, Object> fields(Map<String, Object> version) {
        var fields = new LinkedHashMap<>(version);
        fields.keySet().removeAll(RegionDocument.UPKEEP);
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return (Map<String, Object>)
                    json(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
        }
    }

    static Object json(Object yaml) {
        return switch (yaml) {
            case Map<?, ?> map -> {
                var object = new LinkedHashMap<String, Object>();
                map.forEach((key, value) ->
                        object.put(String.valueOf(key), value == null ? null : json(value)));
                yield object;
            }
            case List<?> list -> {
                var values = new ArrayList<>();
                list.forEach(value -> values.add(value == null ? null : json(value)));
                yield values;
            }
            case Integer number -> number.longValue();
            default -> yaml;
        };
    }

    private static Path folder(String set) {
        try {
            URI found = BundledTables.class.getResource(set).toURI();
            return Path.of(found);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
