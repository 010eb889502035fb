package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    @TempDir private Path root;

    @Test
    void saysWhereEverythingIsAndHowToStopIt() {
        var welcome = new Welcome(settings(Map.of()));
        assertThat(welcome.text(false, false))
                .contains("http://127.0.0.1:8080", "127.0.0.1:9092", "in memory", "Ctrl-C")
                .doesNotContain("The sample month:");
        assertThat(welcome.text(false, true)).contains("./jieyu down").doesNotContain("Ctrl-C");
    }

    @Test
    void showsNoPassword() {
        var elsewhere = settings(Map.of("JIEYU_MONGODB_URI", "mongodb://me:secret@db/jieyu"));
        assertThat(new Welcome(elsewhere).text(false, false))
                .contains("mongodb://db/jieyu")
                .doesNotContain("secret");
    }

    @Test
    void tellsTheResultOfTheSampleMonthAgain() throws IOException {
        var settings = settings(Map.of());
        Files.createDirectories(settings.home());
        Files.writeString(settings.demoPlayed(), "submitted 10\n");
        assertThat(new Welcome(settings).text(true, false))
                .contains("The sample month:\n  submitted 10\n");
    }

    private Settings settings(Map<String, String> environment) {
        return Settings.of(root, environment);
    }
}
