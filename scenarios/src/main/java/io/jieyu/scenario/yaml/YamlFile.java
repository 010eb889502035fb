package io.jieyu.scenario.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * A YAML 1.2 file (core schema) as a tree of Map, List, String, Long, BigDecimal, Boolean, null,
 * which knows the line of each of its maps and of their keys.
 */
public final class YamlFile {

    private final String name;
    private final IdentityHashMap<Object, Map<String, Integer>> lines = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> starts = new IdentityHashMap<>();
    private @Nullable Object root;

    private YamlFile(String name) {
        this.name = name;
    }

    /**
     * Reads the file.
     *
     * @throws FileError when it cannot be read as YAML
     */
    public static YamlFile read(Path path) throws FileError {
        try (InputStream yaml = Files.newInputStream(path)) {
            return read(path.toString(), yaml);
        } catch (IOException e) {
            throw new FileError(path.toString(), 0, "cannot be read: " + e.getMessage());
        }
    }

    public static YamlFile read(String name, InputStream yaml) throws FileError {
        var file = new YamlFile(name);
        var settings =
                LoadSettings.builder()
                        .setLabel(name)
                        .setSchema(new CoreSchema())
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            Optional<Node> node = new Compose(settings).composeInputStream(yaml);
            file.root = node.isEmpty() ? null : file.tree(node.get());
            return file;
        } catch (MarkedYamlEngineException e) {
            throw new FileError(
                    name,
                    e.getProblemMark().map(Mark::getLine).orElse(-1) + 1,
                    String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new FileError(name, 0, String.valueOf(e.getMessage()));
        }
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

    private @Nullable Object tree(Node node) throws FileError {
        return switch (node) {
            case MappingNode mapping -> map(mapping);
            case SequenceNode sequence -> list(sequence);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new FileError(name, line(node), "a node that YAML files do not have");
        };
    }

    private Map<String, @Nullable Object> map(MappingNode node) throws FileError {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var keys = new LinkedHashMap<String, Integer>();
        for (NodeTuple entry : node.getValue()) {
            String key =
                    entry.getKeyNode() instanceof ScalarNode scalar
                            ? scalar.getValue()
                            : String.valueOf(entry.getKeyNode());
            if (map.containsKey(key)) {
                throw new FileError(
                        name, line(entry.getKeyNode()), key + ": stands twice (expected: once)");
            }
            map.put(key, tree(entry.getValueNode()));
            keys.put(key, line(entry.getKeyNode()));
        }
        lines.put(map, keys);
        starts.put(map, line(node));
        return map;
    }

    private List<@Nullable Object> list(SequenceNode node) throws FileError {
        var list = new ArrayList<@Nullable Object>();
        for (Node element : node.getValue()) {
            list.add(tree(element));
        }
        starts.put(list, line(node));
        return list;
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
