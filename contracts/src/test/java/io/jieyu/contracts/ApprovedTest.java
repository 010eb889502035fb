package io.jieyu.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedTest {

    @TempDir Path folder;

    @Test
    void failsWhenTheWrittenFormIsAnother() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"baseFen\" : 1}\n");
        assertThatThrownBy(() -> new Approved(false).holds(file, "{\"base\" : 1}\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("jieyu.approve");
        assertThat(file).hasContent("{\"baseFen\" : 1}\n");
    }

    @Test
    void failsWhenNothingHasBeenApprovedYet() {
        Path file = folder.resolve("new.json");
        assertThatThrownBy(() -> new Approved(false).holds(file, "{}\n"))
                .isInstanceOf(AssertionError.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void writesWhatIsApproved() {
        Path file = folder.resolve("deep/new.json");
        new Approved(true).holds(file, "{}\n");
        new Approved(false).holds(file, "{}\n");
    }
}
