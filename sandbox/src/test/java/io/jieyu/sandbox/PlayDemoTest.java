package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayDemoTest {

    private static final Demo.Stage STAGE =
            Demo.Stage.of("127.0.0.1:9092", "http://127.0.0.1:8080");

    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void playsOnceOnTheSameDataAndKeepsTheResult() throws Exception {
        var played = new AtomicInteger();
        var demo = demo((_, _) -> "played " + played.incrementAndGet());
        assertThat(demo.firstTime(STAGE)).isTrue();
        assertThat(demo.firstTime(STAGE)).isTrue();
        assertThat(folder.resolve("demo-played")).hasContent("played 1");
    }

    @Test
    void saysWhyItFailedAndPlaysAgainNextTime() throws Exception {
        var demo =
                demo((_, _) -> {
                    throw new DemoFailed("3 lines are missing");
                });
        assertThat(demo.firstTime(STAGE)).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("The sample month failed: 3 lines are missing\n");
        assertThat(folder.resolve("demo-played")).doesNotExist();
    }

    private PlayDemo demo(Demo demo) {
        return new PlayDemo(
                demo,
                folder.resolve("demo-played"),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
