package io.jieyu.scenario;

import io.jieyu.document.yaml.FileError;
import io.jieyu.document.yaml.YamlFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario file. What is wrong with the file itself is an error of its line; what a message
 * carries is sent as written.
 */
final class ReadScenario {

    private static final Set<String> KEYS =
            Set.of(
                    "scenario",
                    "title",
                    "rules",
                    "needs",
                    "policySet",
                    "overrides",
                    "policies",
                    "firstMonth",
                    "persons",
                    "steps");

    private static final Set<String> SETS = Set.of("default", "as-published-2025", "none");

    private final YamlFile file;
    private final Map<String, Person> persons = new LinkedHashMap<>();

    private ReadScenario(YamlFile file) {
        this.file = file;
    }

    /**
     * The scenario of the file.
     *
     * @throws FileError when the file is not one; it names the line
     */
    static Scenario from(Path path) throws FileError {
        Path name = path.getFileName();
        Scenario scenario = from(YamlFile.read(path));
        if (name != null && !name.toString().equals(scenario.name() + ".yaml")) {
            throw new FileError(
                    path.toString(),
                    1,
                    "scenario: " + scenario.name() + " (expected: the name of the file)");
        }
        return scenario;
    }

    static Scenario from(YamlFile file) throws FileError {
        return new ReadScenario(file).scenario();
    }

    private Scenario scenario() throws FileError {
        Map<String, @Nullable Object> top = map(file.root(), "the file", 1);
        unknown(top, KEYS, "a scenario");
        persons(top);
        String policySet = top.get("policySet") == null ? "default" : required(top, "policySet");
        if (!SETS.contains(policySet)) {
            throw error(top, "policySet", policySet + " (expected: one of " + sorted(SETS) + ")");
        }
        return new Scenario(
                required(top, "scenario"),
                top.get("title") == null ? "" : required(top, "title"),
                new TreeSet<>(texts(top, "needs")),
                policySet,
                documents(top, "overrides"),
                documents(top, "policies"),
                month(top, "firstMonth"),
                persons,
                steps(top));
    }

    private void persons(Map<String, @Nullable Object> top) throws FileError {
        Map<String, @Nullable Object> all =
                map(top.get("persons"), "persons", file.line(top, "persons"));
        for (String key : all.keySet()) {
            Map<String, @Nullable Object> person =
                    map(all.get(key), "persons." + key, file.line(all, key));
            unknown(person, Set.of("region", "born", "sex", "category"), "a person");
            persons.put(
                    key,
                    new Person(
                            key,
                            required(person, "region"),
                            person.get("born"),
                            person.get("sex"),
                            person.get("category")));
        }
    }

    private List<Step> steps(Map<String, @Nullable Object> top) throws FileError {
        if (!(top.get("steps") instanceof List<?> list)) {
            throw error(top, "steps", "missing (expected: a list of steps)");
        }
        var steps = new ArrayList<Step>();
        for (Object element : list) {
            steps.add(step(element, steps.size() + 1, file.line(list)));
        }
        return steps;
    }

    private Step step(@Nullable Object element, int number, int near) throws FileError {
        Map<String, @Nullable Object> step = map(element, "step " + number, near);
        Map<String, @Nullable Object> beside = new LinkedHashMap<>(step);
        beside.keySet().retainAll(Catalogue.BESIDE);
        List<String> keys =
                step.keySet().stream().filter(key -> !Catalogue.BESIDE.contains(key)).toList();
        if (keys.size() != 1 || !Catalogue.isKnown(keys.getFirst())) {
            throw new FileError(
                    file.name(),
                    file.line(step),
                    "step "
                            + number
                            + ": "
                            + keys
                            + " (expected: exactly one message kind, shorthand or check)");
        }
        String key = keys.getFirst();
        Map<String, @Nullable Object> body =
                map(step.get(key), "step " + number + " " + key, file.line(step, key));
        unknown(body, Catalogue.keysOf(key), key);
        if (body.get("person") != null && !persons.containsKey(body.get("person"))) {
            throw error(body, "person", body.get("person") + " (expected: one of the persons)");
        }
        return new Step(number, file.line(step), key, body, beside);
    }

    private Map<String, Document> documents(Map<String, @Nullable Object> top, String key)
            throws FileError {
        if (top.get(key) == null) {
            return Map.of();
        }
        Map<String, @Nullable Object> all = map(top.get(key), key, file.line(top, key));
        var documents = new LinkedHashMap<String, Document>();
        for (String region : all.keySet()) {
            documents.put(
                    region,
                    new Document(map(all.get(region), key + "." + region, file.line(all, region))));
        }
        return documents;
    }

    private @Nullable YearMonth month(Map<String, @Nullable Object> top, String key)
            throws FileError {
        Object value = top.get(key);
        try {
            return value == null ? null : YearMonth.parse(String.valueOf(value));
        } catch (DateTimeException notAMonth) {
            throw error(top, key, value + " (expected: a month in quotes)");
        }
    }

    private List<String> texts(Map<String, @Nullable Object> top, String key) throws FileError {
        return switch (top.get(key)) {
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case null -> List.of();
            default -> throw error(top, key, top.get(key) + " (expected: a list)");
        };
    }

    private String required(Map<String, @Nullable Object> map, String key) throws FileError {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw error(map, key, map.get(key) + " (expected: a text, in quotes where it is a number)");
    }

    private void unknown(Map<String, @Nullable Object> map, Set<String> known, String where)
            throws FileError {
        for (String key : map.keySet()) {
            if (!known.contains(key)) {
                throw error(
                        map,
                        key,
                        "unknown key of " + where + " (expected: one of " + sorted(known) + ")");
            }
        }
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    @SuppressWarnings("unchecked") // the keys of a YAML map are texts here
    private Map<String, @Nullable Object> map(@Nullable Object value, String where, int line)
            throws FileError {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new FileError(file.name(), line, where + ": " + value + " (expected: a map)");
    }

    private FileError error(Map<String, @Nullable Object> map, String key, String problem) {
        return new FileError(file.name(), file.line(map, key), key + ": " + problem);
    }
}
