package io.jieyu.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a run with {@code -Djieyu.approve=true} writes and any other run compares. */
public final class Reviewed {

    private Reviewed() {}

    /** The file is this. */
    public static void holds(Path file, String now) {
        if (Boolean.getBoolean("jieyu.approve")) {
            try {
                Files.writeString(file, now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(file)
                .as("to be reviewed, then written with -Djieyu.approve=true")
                .exists()
                .content()
                .isEqualTo(now);
    }
}
