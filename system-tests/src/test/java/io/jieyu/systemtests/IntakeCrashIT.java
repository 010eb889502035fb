package io.jieyu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jieyu.codec.CloudEvents;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.kafka.MakeTopics;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.sandbox.processes.ServerProcess;
import io.jieyu.sandbox.services.Service;
import io.jieyu.testservers.CommittedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contribution-service killed in the middle: each line of Kafka once, each batch of HTTP whole
 * or not at all.
 */
class IntakeCrashIT {

    private static final InboxLoad LOAD = new InboxLoad(15_000, 2);
    private static final int HTTP_MONTH = 2;
    private static final int BATCHES = 20;
    private static final int LINES_A_BATCH = 100;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void passesEachLineOnOnceWhateverIsKilled() throws Exception {
        try (var servers = new RunningServers(folder)) {
            MakeTopics.on(servers.bootstrap(), RunningServers.PARTITIONS);
            LOAD.submit(servers.bootstrap());
            servers.with(Service.CONTRIBUTION_SERVICE);
            var intake = servers.service(Service.CONTRIBUTION_SERVICE);
            int sent = 0;
            for (int share = 1; share <= 2; share++) {
                long enough = (long) LOAD.contributions() * share / 3;
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() ->
                                CommittedRecords.end(servers.bootstrap(), Topic.ACCOUNT_INBOX)
                                        > enough);
                var killer = Thread.ofVirtual().start(() -> killSoon(intake));
                sent = sendUntilItFails(servers, sent);
                killer.join();
                intake.restart();
            }
            for (int batch = 0; batch < BATCHES; batch++) {
                assertThat(send(servers, batch)).isEqualTo(202);
            }
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(timesById(servers).keySet())
                                    .hasSize(LOAD.contributions() + BATCHES * LINES_A_BATCH));
            var times = timesById(servers);
            for (int person = 0; person < LOAD.persons(); person++) {
                for (int month = 0; month < LOAD.months(); month++) {
                    assertThat(times.get(InboxLoad.messageId(person, month))).isEqualTo(1);
                }
            }
            assertBatchesAreWhole(times);
        }
    }

    /**
     * A batch that was sent again is there twice as a whole; the ledger knows the ids of its lines.
     */
    private static void assertBatchesAreWhole(Map<String, Integer> times) {
        for (int batch = 0; batch < BATCHES; batch++) {
            int first = batch * LINES_A_BATCH;
            assertThat(
                            IntStream.range(first, first + LINES_A_BATCH)
                                    .mapToObj(person ->
                                            times.get(InboxLoad.messageId(person, HTTP_MONTH)))
                                    .distinct())
                    .as("batch %d", batch)
                    .hasSize(1);
        }
    }

    private static void killSoon(ServerProcess intake) {
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        intake.kill();
    }

    private static int sendUntilItFails(RunningServers servers, int from)
            throws InterruptedException {
        int batch = from;
        try {
            while (batch < BATCHES && send(servers, batch) == 202) {
                batch++;
            }
        } catch (IOException killed) {
            // As a payroll system sees it: no answer, so the same batch goes out again later.
        }
        return batch;
    }

    private static int send(RunningServers servers, int batch)
            throws IOException, InterruptedException {
        String lines =
                IntStream.range(batch * LINES_A_BATCH, (batch + 1) * LINES_A_BATCH)
                        .mapToObj(person ->
                                "{\"messageId\":\"%s\",%s"
                                        .formatted(
                                                InboxLoad.messageId(person, HTTP_MONTH),
                                                InboxLoad.json(person, HTTP_MONTH).substring(1)))
                        .collect(Collectors.joining(","));
        try (var intake = new Reading(servers.url(Service.CONTRIBUTION_SERVICE))) {
            return intake.post(
                    "/api/contributions/batches",
                    "{\"batchId\":\"load-%d\",\"lines\":[%s]}".formatted(batch, lines));
        }
    }

    private static Map<String, Integer> timesById(RunningServers servers) {
        var times = new HashMap<String, Integer>();
        CommittedRecords.of(servers.bootstrap(), Topic.ACCOUNT_INBOX)
                .forEach(record ->
                        times.merge(
                                CloudEvents.header(record.headers(), CloudEvent.ID_HEADER),
                                1,
                                Integer::sum));
        return times;
    }
}
