package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.sandbox.kafka.MakeTopics;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.sandbox.services.Service;
import io.jieyu.testservers.CommittedRecords;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The account-service, its broker and its read side killed at their worst: every fen is there,
 * once.
 */
class AccountServiceCrashIT {

    private static final InboxLoad LOAD = new InboxLoad(10_000, 10);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void creditsEachContributionOnceWhateverIsKilled() throws Exception {
        try (var servers = new RunningServers(folder)) {
            MakeTopics.on(servers.bootstrap(), RunningServers.PARTITIONS);
            LOAD.writeInbox(servers.bootstrap(), RunningServers.PARTITIONS);
            servers.with(Service.ACCOUNT_SERVICE);
            for (int share = 1; share <= 3; share++) {
                long enough = (long) LOAD.contributions() * share / 4;
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() ->
                                CommittedRecords.end(servers.bootstrap(), Topic.ACCOUNT_LEDGER)
                                        > enough);
                servers.service(Service.ACCOUNT_SERVICE).kill();
                if (share == 2) {
                    servers.kafka().restart();
                }
                servers.service(Service.ACCOUNT_SERVICE).restart();
            }
            try (var accounts = new Reading(servers.url(Service.ACCOUNT_SERVICE))) {
                JsonNode totals = awaitAll(accounts);
                var proof = LedgerProof.of(servers.bootstrap(), LOAD);
                assertEqual(totals, proof);

                servers.mongo().kill();
                servers.mongo().restart();
                assertEqual(awaitAll(accounts), proof);

                var account = "/api/accounts/" + InboxLoad.accountId(17);
                JsonNode before = awaitAnswer(accounts, account);
                JsonNode entries = awaitAnswer(accounts, account + "/entries").get("entries");
                drop(servers.mongo().url());
                await().atMost(LIMIT)
                        .ignoreExceptions()
                        .untilAsserted(() -> {
                            assertThat(withoutAsOf(accounts.get(account)))
                                    .isEqualTo(withoutAsOf(before));
                            assertThat(accounts.get(account + "/entries").get("entries"))
                                    .isEqualTo(entries);
                        });
                assertEqual(awaitAll(accounts), proof);
            }
        }
    }

    /** The answer, once the read side can give one. */
    private static JsonNode awaitAnswer(Reading accounts, String path) {
        return await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> accounts.get(path), answer -> true);
    }

    /** How far the read side was is not part of the account. */
    private static JsonNode withoutAsOf(JsonNode account) {
        return ((ObjectNode) account).without("asOf");
    }

    private static void drop(String mongo) {
        try (var client = MongoClients.create(mongo)) {
            var database = client.getDatabase("jieyu");
            database.getCollection("accounts").drop();
            database.getCollection("entries").drop();
            database.getCollection("totals").drop();
        }
    }

    /** The totals, once they show the whole load. */
    private static JsonNode awaitAll(Reading accounts) throws Exception {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() ->
                        accounts.get("/api/ledger/totals")
                                        .at("/outcomes/contribution/ACCEPTED")
                                        .asInt(0)
                                == LOAD.contributions());
        return accounts.get("/api/ledger/totals");
    }

    private static void assertEqual(JsonNode totals, LedgerProof proof) {
        assertThat(totals.get("accounts").asInt()).isEqualTo(LOAD.persons());
        assertThat(totals.get("sumFen").asLong()).isZero();
        for (LedgerAccount account : LedgerAccount.values()) {
            assertThat(totals.at("/ledgerAccounts/" + account).asLong())
                    .as(account.name())
                    .isEqualTo(proof.sum(account));
        }
    }
}
