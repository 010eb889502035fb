package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.sandbox.Demo;
import io.jieyu.sandbox.demo.PlaySampleMonth;
import io.jieyu.sandbox.demo.PlayYear;
import io.jieyu.sandbox.services.Service;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payroll month, then a whole year, through all services, from submission to certificate. */
class MonthIT {

    @TempDir private Path folder;

    @Test
    void accountsForEveryLineAndCreditsNothingTwice() throws Exception {
        try (var servers = new RunningServers(folder).with(Service.values())) {
            var stage = new Demo.Stage(servers.bootstrap(), servers.url(Service.GATEWAY));
            var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            String first = new PlaySampleMonth(20).play(stage, out);
            assertThat(first)
                    .contains(
                            "credited",
                            "refused: NO_ACCOUNT_FOR_CATEGORY",
                            "rejected: NOT_JSON",
                            "HALF_UP(");
            String second = new PlaySampleMonth(20).play(stage, out);
            assertThat(withoutSpeed(second)).isEqualTo(withoutSpeed(first));

            String year = new PlayYear(2025).play(stage, out);
            assertThat(year)
                    .contains(
                            "nobody was left out",
                            "in equals out",
                            "paid every month: ACTIVE",
                            "came back in November: WAITING",
                            "frozen, and nothing was taken: LAPSED");
            assertThat(new PlayYear(2025).play(stage, out)).as("played again").isEqualTo(year);
        }
    }

    private static String withoutSpeed(String report) {
        return report.lines().filter(line -> !line.contains("lines a second")).toList().toString();
    }
}
