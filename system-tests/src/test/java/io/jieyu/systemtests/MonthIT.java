package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.audit.topics.ExportTopics;
import io.jieyu.audit.topics.FolderSource;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.codec.tlog.PersonProof;
import io.jieyu.codec.tlog.TlogProof;
import io.jieyu.sandbox.Demo;
import io.jieyu.sandbox.demo.PlaySampleMonth;
import io.jieyu.sandbox.demo.PlayYear;
import io.jieyu.sandbox.services.Service;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
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
            audit(servers.bootstrap(), servers.url(Service.GATEWAY));
        }
    }

    /** While everything runs, and from an exported folder; then one person's balance. */
    private void audit(String bootstrap, URI gateway) throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Audited.clean(bootstrap, folder).certificates() == 12);
        Path export = folder.resolve("export");
        try (TopicSource source = Audited.open(bootstrap)) {
            new ExportTopics(source, (_, _) -> {}).to(export);
        }
        try (TopicSource exported = FolderSource.open(export)) {
            assertThat(Audited.clean(exported, folder).totals().count(Totals.PARKED)).isZero();
            String person = "110000-Y20250400";
            TlogProof proof = Audited.proof(exported, person, YearMonth.of(2025, 12), true, folder);
            PersonProof.Proved proved = PersonProof.check(proof, List.of(Audited.key(folder)));
            assertThat(proved.account()).isEqualTo(person);
            assertThat(proved.balances().currentFen()).isZero();
            assertThat(proved.balances().priorFen()).isPositive();
            assertThat(proved.records()).isEqualTo((int) proved.sequence());
            try (var door = new Reading(gateway)) {
                assertThat(
                                door.text(
                                        "/api/accounts/"
                                                + person
                                                + "/proofs/110000/2025-12?records=true"))
                        .as("the service and the topics give the same proof")
                        .isEqualTo(proof.text());
            }
        }
    }

    private static String withoutSpeed(String report) {
        return report.lines().filter(line -> !line.contains("lines a second")).toList().toString();
    }
}
