package io.jieyu.scenario;

import io.jieyu.document.yaml.FileError;
import io.jieyu.document.yaml.ResourceFolder;
import io.jieyu.document.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that come with the project, for whoever runs the ledger in another way. */
public final class AcceptanceScenarios {

    private AcceptanceScenarios() {}

    /** All of them, in the order of their names. */
    public static List<Scenario> all() {
        var scenarios = new ArrayList<Scenario>();
        for (YamlFile file : ResourceFolder.files("/io/jieyu/scenario/acceptance")) {
            try {
                scenarios.add(ReadScenario.from(file));
            } catch (FileError e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(scenarios);
    }
}
