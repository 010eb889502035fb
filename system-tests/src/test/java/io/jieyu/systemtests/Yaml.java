package io.jieyu.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML files as maps, with what {@code <<} merges in its place. */
final class Yaml {

    private Yaml() {}

    static Map<String, Object> read(Path file) {
        try {
            return map(
                    new Load(LoadSettings.builder().build())
                            .loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The leaves by their paths, such as {@code server.port}. */
    static Map<String, String> flat(Path file) {
        var leaves = new LinkedHashMap<String, String>();
        flatten("", read(file), leaves);
        return leaves;
    }

    /** The value as a map; an absent value is an empty one. */
    static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> given) {
            map.putAll(map(given.get("<<")));
            given.forEach((key, each) -> {
                if (!"<<".equals(key)) {
                    map.put(String.valueOf(key), each);
                }
            });
        }
        return map;
    }

    static Map<String, Map<String, Object>> maps(Map<String, Object> values) {
        var maps = new LinkedHashMap<String, Map<String, Object>>();
        values.forEach((key, value) -> maps.put(key, map(value)));
        return maps;
    }

    static Map<String, String> strings(Object value) {
        var strings = new LinkedHashMap<String, String>();
        map(value).forEach((key, each) -> strings.put(key, String.valueOf(each)));
        return strings;
    }

    private static void flatten(String path, Object value, Map<String, String> leaves) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            map(value)
                    .forEach((key, each) ->
                            flatten(path.isEmpty() ? key : path + "." + key, each, leaves));
        } else {
            leaves.put(path, String.valueOf(value));
        }
    }
}
