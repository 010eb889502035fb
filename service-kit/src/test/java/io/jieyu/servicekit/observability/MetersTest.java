package io.jieyu.servicekit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MetersTest {

    @Test
    void standInTheReferenceOneByOne() throws IOException {
        var rows =
                Files.readAllLines(Path.of("../docs/reference/metrics.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Meters.values())
                                .map(meter ->
                                        "| `%s` | %s | %s | %s |"
                                                .formatted(
                                                        meter.meterName(),
                                                        meter.type()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT),
                                                        String.join(", ", meter.tags()),
                                                        meter.description()))
                                .toList());
    }
}
