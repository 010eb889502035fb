package io.jieyu.scenario;

import io.jieyu.document.yaml.FileError;
import io.jieyu.document.yaml.YamlFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plays scenarios as if a region had another document: what a table would do, by example. */
public final class TryScenarios {

    private final String regionCode;
    private final Document document;

    /**
     * With this document of the region.
     *
     * @param document as its file has it: with {@code versions}
     */
    public TryScenarios(String regionCode, Map<String, @Nullable Object> document) {
        this.regionCode = regionCode;
        this.document = new Document(document);
    }

    /**
     * How a scenario ended.
     *
     * @param differences what was other than it says; empty when it holds
     * @param error why it could not be played; null when it was
     */
    public record Tried(
            String scenario, boolean holds, List<String> differences, @Nullable String error) {}

    /** Plays scenarios that come with the project, by their names. */
    public List<Tried> named(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var known = new TreeMap<String, Scenario>();
        AcceptanceScenarios.all().forEach(scenario -> known.put(scenario.name(), scenario));
        var tried = new ArrayList<Tried>();
        for (String name : names) {
            Scenario scenario = known.get(name);
            tried.add(
                    scenario == null
                            ? failed(name, "no scenario of that name comes with the project")
                            : play(scenario));
        }
        return tried;
    }

    /** Plays a scenario that somebody sends. */
    public Tried text(String yaml) {
        try {
            var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
            return play(ReadScenario.from(YamlFile.read("scenario", bytes)));
        } catch (FileError e) {
            return failed("scenario", String.valueOf(e.getMessage()));
        }
    }

    private Tried play(Scenario scenario) {
        Map<String, Document> policies = new LinkedHashMap<>(scenario.policies());
        policies.put(regionCode, document);
        var changed =
                new Scenario(
                        scenario.name(),
                        scenario.title(),
                        scenario.needs(),
                        scenario.policySet(),
                        scenario.overrides(),
                        policies,
                        scenario.firstMonth(),
                        scenario.persons(),
                        scenario.steps());
        try {
            List<String> differences =
                    Play.play(changed).differences().stream().map(Difference::toString).toList();
            return new Tried(scenario.name(), differences.isEmpty(), differences, null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return failed(scenario.name(), String.valueOf(e.getMessage()));
        }
    }

    private static Tried failed(String name, String why) {
        return new Tried(name, false, List.of(), why);
    }
}
