package io.jieyu.systemtests;

import static io.jieyu.audit.verdict.Totals.ACCOUNTS;
import static io.jieyu.audit.verdict.Totals.CARRIED_IN;
import static io.jieyu.audit.verdict.Totals.CARRIED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.audit.verdict.Verdict;
import io.jieyu.sandbox.kafka.MakeTopics;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.sandbox.services.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole year of closes by a service that is killed again and again: the verdict is clean. */
class YearCrashIT {

    private static final int MONTHS = 12;
    private static final InboxLoad LOAD = new InboxLoad(2_000, MONTHS);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void leavesNothingForTheAuditorToFind() throws Exception {
        try (var servers = new RunningServers(folder)) {
            MakeTopics.on(servers.bootstrap(), RunningServers.PARTITIONS);
            LOAD.writeInbox(servers.bootstrap(), RunningServers.PARTITIONS);
            servers.with(Service.ACCOUNT_SERVICE);
            try (var accounts = new Reading(servers.url(Service.ACCOUNT_SERVICE))) {
                for (int month = 0; month < MONTHS; month++) {
                    YearMonth period = YearMonth.parse(InboxLoad.period(month));
                    close(accounts, period);
                    if (month % 4 == 3) {
                        servers.service(Service.ACCOUNT_SERVICE).kill();
                        servers.service(Service.ACCOUNT_SERVICE).restart();
                    }
                    awaitSigned(accounts, period);
                }
            }
            Verdict verdict = Audited.clean(servers.bootstrap(), folder);
            assertThat(verdict.totals().count(ACCOUNTS)).isEqualTo(LOAD.persons());
            assertThat(verdict.closes()).isEqualTo(MONTHS * RunningServers.PARTITIONS);
            assertThat(verdict.certificates()).isEqualTo(MONTHS);
            assertThat(verdict.totals().count(CARRIED_OUT))
                    .isPositive()
                    .isEqualTo(verdict.totals().count(CARRIED_IN));
        }
    }

    private static void close(Reading accounts, YearMonth period) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        accounts.post(
                                        "/api/closings",
                                        """
                                        {"regionCode":"110000","period":"%s","requestedBy":"clerk-3"}\
                                        """
                                                .formatted(period))
                                < 300);
        if (period.getMonthValue() == MONTHS) {
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() ->
                            accounts.post(
                                            "/api/closings/110000/" + period + "/confirmation",
                                            """
                                            {"confirmedBy":"head-1"}\
                                            """)
                                    < 300);
        }
    }

    private static void awaitSigned(Reading accounts, YearMonth period) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> accounts.get("/api/closings/110000/" + period).has("signed"));
    }
}
