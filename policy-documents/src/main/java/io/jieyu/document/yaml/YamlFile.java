package io.jieyu.document.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML 1.2 file (core schema; every JSON file is one) as a tree of Map, List, String, Long,
 * BigDecimal, Boolean, null, which knows where each value stands and how it is written.
 */
public final class YamlFile {

    private static final int DEEPEST = 60;
    private static final int MOST_NODES = 200_000;
    private static final String TOO_DEEP = "nested too deeply, or too large";

    private final String name;
    private final IdentityHashMap<Object, Map<String, Integer>> lines = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> starts = new IdentityHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private int nodes;
    private @Nullable Object root;

    /**
     * Where a value stands.
     *
     * @param line from 1
     * @param written the value in the file's own words, on one line
     */
    public record Place(int line, String written) {}

    /**
     * A key that stands twice in one object; the first holds.
     *
     * @param path of the key, such as {@code versions[0].mutualAidFen}
     */
    public record Repeat(String path, int line, int firstLine) {}

    private YamlFile(String name) {
        this.name = name;
    }

    /**
     * Reads the file.
     *
     * @throws FileError when it cannot be read as YAML, or a key stands twice
     */
    public static YamlFile read(Path path) throws FileError {
        try (InputStream yaml = Files.newInputStream(path)) {
            return read(path.toString(), yaml);
        } catch (IOException e) {
            throw FileError.unreadable(path.toString(), e);
        }
    }

    /**
     * The same of a stream.
     *
     * @throws FileError when it cannot be read as YAML, or a key stands twice
     */
    public static YamlFile read(String name, InputStream yaml) throws FileError {
        YamlFile file = readWithRepeats(name, yaml);
        if (!file.repeats.isEmpty()) {
            Repeat first = file.repeats.getFirst();
            throw new FileError(
                    name, first.line(), first.path() + ": stands twice (expected: once)");
        }
        return file;
    }

    /**
     * Reads a file that may have a key twice, for whoever tells of all {@link #repeats()}.
     *
     * @throws FileError when it cannot be read as YAML
     */
    public static YamlFile readWithRepeats(String name, InputStream yaml) throws FileError {
        var file = new YamlFile(name);
        var settings =
                LoadSettings.builder()
                        .setLabel(name)
                        .setSchema(new CoreSchema())
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            Optional<Node> node = new Compose(settings).composeInputStream(yaml);
            file.root = node.isEmpty() ? null : file.tree(node.get(), "", 0);
            return file;
        } catch (MarkedYamlEngineException e) {
            throw new FileError(
                    name,
                    e.getProblemMark().map(Mark::getLine).orElse(-1) + 1,
                    String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new FileError(name, 0, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new FileError(name, 0, TOO_DEEP);
        }
    }

    /** The keys that stand twice. */
    public List<Repeat> repeats() {
        return List.copyOf(repeats);
    }

    /** Where the value of a path such as {@code versions[1].lapse.graceMonths} stands. */
    public Optional<Place> place(String path) {
        return Optional.ofNullable(places.get(path));
    }

    /** The top of the tree. */
    public @Nullable Object root() {
        return root;
    }

    public String name() {
        return name;
    }

    /**
     * The line of the key in a map of this tree, from 1; that of the map where it has no such key.
     */
    public int line(Object map, String key) {
        return lines.getOrDefault(map, Map.of()).getOrDefault(key, line(map));
    }

    /** The line where the map or list begins, from 1; 0 when it is not of this tree. */
    public int line(Object mapOrList) {
        return starts.getOrDefault(mapOrList, 0);
    }

    private @Nullable Object tree(Node node, String path, int depth) throws FileError {
        nodes++;
        if (depth > DEEPEST || nodes > MOST_NODES) {
            throw new FileError(name, line(node), TOO_DEEP);
        }
        Object value =
                switch (node) {
                    case MappingNode mapping -> map(mapping, path, depth);
                    case SequenceNode sequence -> list(sequence, path, depth);
                    case ScalarNode scalar -> scalar(scalar);
                    default ->
                            throw new FileError(
                                    name, line(node), "a node that YAML files do not have");
                };
        places.putIfAbsent(path, new Place(line(node), written(node)));
        return value;
    }

    private Map<String, @Nullable Object> map(MappingNode node, String path, int depth)
            throws FileError {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var keys = new LinkedHashMap<String, Integer>();
        for (NodeTuple entry : node.getValue()) {
            String key =
                    entry.getKeyNode() instanceof ScalarNode scalar
                            ? scalar.getValue()
                            : written(entry.getKeyNode());
            String at = path.isEmpty() ? key : path + "." + key;
            int line = line(entry.getKeyNode());
            Integer first = keys.putIfAbsent(key, line);
            if (first != null) {
                repeats.add(new Repeat(at, line, first));
                continue;
            }
            map.put(key, tree(entry.getValueNode(), at, depth + 1));
            places.computeIfPresent(at, (_, place) -> new Place(line, place.written()));
        }
        lines.put(map, keys);
        starts.put(map, line(node));
        return map;
    }

    private List<@Nullable Object> list(SequenceNode node, String path, int depth)
            throws FileError {
        var list = new ArrayList<@Nullable Object>();
        for (Node element : node.getValue()) {
            list.add(tree(element, path + "[" + list.size() + "]", depth + 1));
        }
        starts.put(list, line(node));
        return list;
    }

    /** The value as it is written, put on one line. */
    private static String written(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                    switch (scalar.getScalarStyle()) {
                        case PLAIN -> scalar.getValue();
                        case SINGLE_QUOTED -> "'" + scalar.getValue() + "'";
                        default -> '"' + scalar.getValue().strip() + '"';
                    };
            case SequenceNode sequence ->
                    sequence.getValue().stream()
                            .map(YamlFile::written)
                            .collect(Collectors.joining(", ", "[", "]"));
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .map(entry ->
                                    written(entry.getKeyNode())
                                            + ": "
                                            + written(entry.getValueNode()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> node.toString();
        };
    }

    private static @Nullable Object scalar(ScalarNode node) {
        Tag tag = node.getTag();
        String value = node.getValue();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return value.equalsIgnoreCase("true");
        }
        if (tag.equals(Tag.INT) && value.matches("[-+]?\\d{1,18}")) {
            return Long.parseLong(value);
        }
        if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
                && value.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
            return new BigDecimal(value);
        }
        return value;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
