package io.jieyu.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jieyu.document.yaml.FileError;
import io.jieyu.document.yaml.ResourceFolder;
import io.jieyu.document.yaml.YamlFile;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.Problem;
import io.jieyu.ledger.policy.RegionDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema, against the code that reads documents. */
class SchemaTest {

    /**
     * What the code knows and a schema cannot say: rules between places of a document. The schema
     * accepts them, the code does not.
     */
    private static final List<String> ONLY_THE_CODE =
            List.of(
                    "where the band before it ends",
                    "the first band starts at 0",
                    "the last band has no end",
                    "an age over",
                    "over floorFen",
                    "a month after",
                    "at most 0.2 of OWN_BASE",
                    ">= graceMonths",
                    "over 6, lapse.freezeAfterMonths",
                    "RETAIN, because afterMonths is null",
                    "between minMonths",
                    "both closing times or neither",
                    "over 0 exactly when categories.RESIDENT is ACCOUNT",
                    "at least one band, because retireeRule",
                    "below maxMale",
                    "below maxFemale",
                    "days, because group is NEWBORN",
                    "null, because group is GENERAL");

    private static final List<Object> WRONG =
            List.of(-1L, 0L, 0.5, "", "nonsense", "0.5", "2", true, List.of(), Map.of());

    /** What is done to a place; a value that is null is written as null. */
    private record Change(boolean leavesOut, Object value) {

        static Change to(Object value) {
            return new Change(false, value);
        }
    }

    private final JsonNode schema = PublishedSchema.tree();
    private final Schema rules =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);

    @Test
    void isASchema() {
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(
                                        SchemaLocation.of(
                                                "https://json-schema.org/draft/2020-12/schema"))
                                .validate(schema))
                .isEmpty();
    }

    @Test
    void hasTheFieldsOfTheCodeAndNoOthers() {
        var known = new TreeSet<>(PolicyDocument.NAMES);
        known.addAll(RegionDocument.UPKEEP);
        JsonNode properties = schema.at("/$defs/version/properties");
        assertThat(new TreeSet<>(properties.propertyNames())).isEqualTo(known);
        assertThat(properties.propertyStream())
                .allSatisfy(field -> {
                    assertThat(field.getValue().path("description").asString()).isNotBlank();
                    assertThat(field.getValue().path("examples").path(0).isMissingNode()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "as-published-2025"})
    void acceptsEveryBundledDocument(String set) {
        for (YamlFile file : ResourceFolder.files("/io/jieyu/ledger/policy/" + set)) {
            assertThat(refusals(file.root())).as(file.name()).isEmpty();
        }
    }

    @Test
    void giveExamplesThatTheCodeReads() {
        JsonNode fields = schema.at("/$defs/version/properties");
        for (String name : PolicyDocument.NAMES) {
            Object example =
                    JsonMapper.shared()
                            .convertValue(fields.path(name).path("examples").path(0), Object.class);
            assertThat(PolicyDocument.read(Map.of(name, longs(example))))
                    .as(name)
                    .isInstanceOf(PolicyDocument.Reading.Valid.class);
        }
    }

    @Test
    void refusesWhatTheCodeRefusesAndNothingElse() throws Exception {
        var disagreements = new TreeMap<String, String>();
        int[] refused = {0};
        mutants(complete())
                .forEach((what, tree) -> {
                    List<Problem> problems = problems(tree);
                    boolean bySchema = !refusals(tree).isEmpty();
                    if (!problems.isEmpty()) {
                        refused[0]++;
                    }
                    boolean onlyCode =
                            !problems.isEmpty()
                                    && problems.stream()
                                            .allMatch(problem ->
                                                    ONLY_THE_CODE.stream()
                                                            .anyMatch(
                                                                    problem.expected()::contains));
                    if (bySchema == problems.isEmpty() && !onlyCode) {
                        disagreements.put(
                                what, (bySchema ? "schema only " : "code only ") + problems);
                    }
                });
        assertThat(disagreements).isEmpty();
        assertThat(refused[0]).isGreaterThan(1000);
    }

    /** A document that sets every field, with something in every list and object. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> complete() throws FileError {
        return (Map<String, Object>)
                YamlFile.read(Path.of("src/test/resources/io/jieyu/document/complete.yaml")).root();
    }

    private static List<Problem> problems(Map<String, Object> tree) {
        return switch (RegionDocument.read(tree)) {
            case RegionDocument.Reading.Valid _ -> List.of();
            case RegionDocument.Reading.Invalid(var found) ->
                    found.stream()
                            .filter(problem -> !problem.value().equals("no provenance"))
                            .filter(problem ->
                                    !problem.expected()
                                            .startsWith("a field that this version sets"))
                            .toList();
        };
    }

    private List<?> refusals(Object tree) {
        JsonNode node = JsonMapper.shared().valueToTree(tree);
        return rules.validate(
                node,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /**
     * By what was done: the document with one place left out, made null, made wrong or added to.
     */
    private static Map<String, Map<String, Object>> mutants(Map<String, Object> document) {
        var mutants = new TreeMap<String, Map<String, Object>>();
        for (List<Object> place : places(document, List.of())) {
            for (Object wrong : WRONG) {
                mutants.put(place + " = " + wrong, with(document, place, Change.to(wrong)));
            }
            mutants.put(place + " = null", with(document, place, Change.to(null)));
            mutants.put(place + " left out", with(document, place, new Change(true, null)));
            var beside = new ArrayList<>(place);
            if (place.getLast() instanceof String) {
                beside.set(beside.size() - 1, "unknownName");
                mutants.put(beside + " added", with(document, beside, Change.to(1L)));
            }
        }
        return mutants;
    }

    private static List<List<Object>> places(Object tree, List<Object> path) {
        var places = new ArrayList<List<Object>>();
        if (!path.isEmpty()) {
            places.add(path);
        }
        switch (tree) {
            case Map<?, ?> map ->
                    map.forEach((key, value) -> places.addAll(places(value, plus(path, key))));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    places.addAll(places(list.get(i), plus(path, i)));
                }
            }
            case null, default -> {
                // a leaf
            }
        }
        return places;
    }

    private static List<Object> plus(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** A copy with the place changed. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(
            Map<String, Object> document, List<Object> place, Change change) {
        var copy = (Map<String, Object>) longs(document);
        Object at = copy;
        for (Object step : place.subList(0, place.size() - 1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : ((List<?>) at).get((int) step);
        }
        Object last = place.getLast();
        if (at instanceof Map<?, ?> map) {
            if (change.leavesOut()) {
                map.remove(last);
            } else {
                ((Map<Object, Object>) map).put(last, change.value());
            }
        } else if (change.leavesOut()) {
            ((List<Object>) at).remove((int) last);
        } else {
            ((List<Object>) at).set((int) last, change.value());
        }
        return copy;
    }

    /** A copy that can be changed, with whole numbers as the code has them. */
    private static Object longs(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(key.toString(), longs(value)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<>();
                list.forEach(value -> copy.add(longs(value)));
                yield copy;
            }
            case Integer number -> number.longValue();
            case null, default -> tree;
        };
    }
}
