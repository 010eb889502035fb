package io.jieyu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.document.yaml.YamlFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void showsAScenarioThatHolds() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        int start = readme.indexOf("```yaml") + "```yaml".length();
        String yaml = readme.substring(start, readme.indexOf("```", start));
        var file =
                YamlFile.read(
                        "README.md",
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(Play.play(ReadScenario.from(file)).differences()).isEmpty();
    }
}
