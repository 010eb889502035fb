package io.jieyu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
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

    @Test
    void playsOnceOnTheSameDataAndKeepsTheResult() throws Exception {
        var played = new AtomicInteger();
        var demo = demo((_, _) -> "played " + played.incrementAndGet());
        demo.firstTime(STAGE);
        demo.firstTime(STAGE);
        assertThat(folder.resolve("demo-played")).hasContent("played 1");
    }

    @Test
    void playsAgainNextTimeWhenItFailed() {
        var demo =
                demo((_, _) -> {
                    throw new DemoFailed("3 lines are missing");
                });
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(DemoFailed.class)
                    .isThrownBy(() -> demo.firstTime(STAGE))
                    .withMessage("3 lines are missing");
        }
        assertThat(folder.resolve("demo-played")).doesNotExist();
    }

    private PlayDemo demo(Demo demo) {
        return new PlayDemo(
                demo,
                folder.resolve("demo-played"),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }
}
