package io.jieyu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScenariosTest {

    private static final String STORY =
            """
            scenario: try
            title: "A region tries a higher personal rate"
            rules: [R52]
            needs: [crediting]
            overrides:
              "110000": {personalRate: "0.03"}
            firstMonth: "2025-01"
            persons:
              P1: {region: "110000", born: "1989-10-15", sex: MALE, category: EMPLOYEE}
            steps:
              - contribution: {person: P1, period: "2025-01", base: "10000.00", on: "2025-01-05"}
              - expect: {person: P1, current: "%s", lapsedMonths: 0}
            """;

    @TempDir private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void endsWithZeroWhenAllHold() throws IOException {
        assertThat(run(STORY.formatted("300.00"))).isZero();
        assertThat(out()).contains("holds    try", "1 scenarios: 1 hold, 0 differ");
    }

    @Test
    void endsWithOneAndShowsTheStepAndBothValuesWhenOneDiffers() throws IOException {
        assertThat(run(STORY.formatted("200.00"))).isEqualTo(1);
        assertThat(out())
                .contains("differs  try")
                .contains("step 2 (line 12, expect): current: expected 200.00, found 300.00");
    }

    @Test
    void endsWithTwoAndNamesTheLineOfAnUnknownKey() throws IOException {
        assertThat(run(STORY.replace("lapsedMonths: 0", "current: \"1.00\""))).isEqualTo(2);
        assertThat(out()).contains("try.yaml:12: steps[1].expect.current: stands twice");
        assertThat(run(STORY.replace("base:", "bass:"))).isEqualTo(2);
        assertThat(out()).contains("try.yaml:11: bass: unknown key of contribution");
    }

    @Test
    void endsWithTwoForWhatIsNoYaml() throws IOException {
        assertThat(run("steps: [")).isEqualTo(2);
        assertThat(out()).contains("try.yaml:");
    }

    @Test
    void endsWithTwoForANameThatIsNotTheFiles() throws IOException {
        assertThat(run(STORY.replace("scenario: try", "scenario: other"))).isEqualTo(2);
    }

    @Test
    void endsWithTwoWithoutAFile() {
        assertThat(RunScenarios.run(List.of(), stream())).isEqualTo(2);
        assertThat(RunScenarios.run(List.of("nowhere.yaml"), stream())).isEqualTo(2);
        assertThat(out()).contains("nowhere.yaml: cannot be read");
    }

    private int run(String story) throws IOException {
        Files.writeString(folder.resolve("try.yaml"), story);
        return RunScenarios.run(List.of(folder.toString()), stream());
    }

    private PrintStream stream() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
