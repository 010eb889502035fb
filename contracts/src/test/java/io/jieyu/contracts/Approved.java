package io.jieyu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that change only when somebody reviews the change: {@code mvn … test -Djieyu.approve=true}
 * writes them, any other run compares.
 */
record Approved(boolean approving) {

    static final Approved BY_SWITCH = new Approved(Boolean.getBoolean("jieyu.approve"));

    void holds(Path file, String now) {
        if (approving) {
            write(file, now);
        }
        assertThat(file)
                .as("to be reviewed, then written with -Djieyu.approve=true")
                .exists()
                .content()
                .isEqualTo(now);
    }

    private static void write(Path file, String now) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
