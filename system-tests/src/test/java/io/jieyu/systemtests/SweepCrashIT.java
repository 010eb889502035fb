package io.jieyu.systemtests;

import static io.jieyu.audit.verdict.Totals.ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.audit.topics.TopicSource;
import io.jieyu.codec.tlog.PersonProof;
import io.jieyu.codec.tlog.TlogProof;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.sandbox.kafka.MakeTopics;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.sandbox.services.Service;
import io.jieyu.testservers.CommittedRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The account-service killed in the middle of a year end: nobody is left out, nobody is done twice.
 */
class SweepCrashIT {

    private static final InboxLoad LOAD = new InboxLoad(30_000, 2);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void carriesEachAccountOnceWhenItIsKilledInAYearEnd() throws Exception {
        try (var servers = new RunningServers(folder)) {
            MakeTopics.on(servers.bootstrap(), RunningServers.PARTITIONS);
            LOAD.writeInbox(servers.bootstrap(), RunningServers.PARTITIONS);
            servers.with(Service.ACCOUNT_SERVICE);
            try (var accounts = new Reading(servers.url(Service.ACCOUNT_SERVICE))) {
                awaitLedger(servers, LOAD.contributions());
                ask(accounts);
                killThreeTimes(servers);
                JsonNode certificate = awaitCertificate(accounts);

                assertThat(certificate.get("accountsExpected").asInt()).isEqualTo(LOAD.persons());
                assertThat(certificate.get("accountsSealed").asInt()).isEqualTo(LOAD.persons());
                assertThat(certificate.get("inEqualsOut").asBoolean()).isTrue();
                var proof = LedgerProof.of(servers.bootstrap(), LOAD);
                assertThat(proof.closes()).isEqualTo(LOAD.persons());
                assertThat(proof.sum(LedgerAccount.CURRENT)).isZero();
                assertThat(certificate.at("/after/PRIOR").asLong())
                        .isEqualTo(proof.sum(LedgerAccount.PRIOR));
                assertThat(certificate.get("interestFen").asLong())
                        .isEqualTo(-proof.sum(LedgerAccount.INTEREST))
                        .isPositive();
                assertThat(Audited.clean(servers.bootstrap(), folder).totals().count(ACCOUNTS))
                        .isEqualTo(LOAD.persons());
                checkProofs(servers.bootstrap(), accounts);
            }
        }
    }

    /** The leaves that the service has kept, killed or not, are those of the topics. */
    private void checkProofs(String bootstrap, Reading accounts) throws Exception {
        try (TopicSource source = Audited.open(bootstrap)) {
            for (int person : List.of(0, LOAD.persons() / 2, LOAD.persons() - 1)) {
                String id = InboxLoad.accountId(person);
                TlogProof proof = Audited.proof(source, id, YearMonth.of(2015, 12), false, folder);
                PersonProof.check(proof, List.of(Audited.key(folder)));
                assertThat(accounts.text("/api/accounts/" + id + "/proofs/110000/2015-12"))
                        .isEqualTo(proof.text());
            }
        }
    }

    /** The first close of a region may be any month: here it ends the account year. */
    private static void ask(Reading accounts) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        accounts.post(
                                        "/api/closings",
                                        """
                                        {"regionCode":"110000","period":"2015-12","requestedBy":"clerk-3"}\
                                        """)
                                == 202);
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        accounts.post(
                                        "/api/closings/110000/2015-12/confirmation",
                                        """
                                        {"confirmedBy":"head-1"}\
                                        """)
                                == 202);
    }

    private static void killThreeTimes(RunningServers servers) {
        for (int share = 1; share <= 3; share++) {
            awaitLedger(servers, LOAD.contributions() + (long) LOAD.persons() * share / 5);
            servers.service(Service.ACCOUNT_SERVICE).kill();
            servers.service(Service.ACCOUNT_SERVICE).restart();
        }
    }

    private static void awaitLedger(RunningServers servers, long records) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        CommittedRecords.end(servers.bootstrap(), Topic.ACCOUNT_LEDGER) > records);
    }

    private static JsonNode awaitCertificate(Reading accounts) {
        return await().atMost(LIMIT)
                .ignoreExceptions()
                .until(
                        () -> accounts.get("/api/closings/110000/2015-12"),
                        closing -> closing.get("state").asString().equals("COMPLETE"))
                .get("certificate");
    }
}
