package io.jieyu.benchmarks.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.benchmarks.PostedInbox;
import io.jieyu.benchmarks.Workbench;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.sandbox.kafka.RecordWriter;
import io.jieyu.sandbox.load.InboxLoad;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A month close and a year end over a million accounts in the topology's real stores, against a
 * bare rewrite of the same stores; and what they cost the contributions that come meanwhile.
 */
public final class ClosingBench {

    private static final int PARTITIONS = 4;
    private static final int ACCOUNTS = 1_000_000;
    private static final String APPLICATION = "closing";
    private static final double GOAL = 0.5;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final double P99 = 0.99;

    private final PrintStream out;

    public ClosingBench(PrintStream out) {
        this.out = out;
    }

    /** Measures, and prints the rates, their ratio, the latencies and the memory. */
    public void run() throws Exception {
        try (var bench = Workbench.with(PARTITIONS)) {
            var load = new InboxLoad(ACCOUNTS, 1);
            out.printf("%,d accounts in %d partitions; loading%n", ACCOUNTS, PARTITIONS);
            load.writeInbox(bench.bootstrap(), PARTITIONS);
            double monthClose;
            double yearEnd;
            Path stores;
            try (var posted = PostedInbox.start(bench, APPLICATION, PARTITIONS)) {
                posted.awaitRecords(load.contributions());
                stores = posted.stores();
                try (var latency = new Latency(bench.bootstrap())) {
                    Thread.sleep(QUIET);
                    latency.take();
                    Thread.sleep(QUIET);
                    latencies("before", latency);
                    monthClose = close(bench.bootstrap(), "2015-01", latency);
                    out.printf("  month close             %,12.0f accounts a second%n", monthClose);
                    // from here on an account year begins in March
                    announce(
                            bench.bootstrap(),
                            MessageType.POLICY_PUBLISHED,
                            "policy/year",
                            """
                            {"date":"2015-02-01","policySet":"load","regionCode":"110000","policyId":"110000/Y",\
                            "effectiveFrom":"2015-02","document":{"mutualAidFen":300,"accountYearStartMonth":3}}\
                            """);
                    yearEnd = close(bench.bootstrap(), "2015-02", latency);
                    out.printf("  year end                %,12.0f accounts a second%n", yearEnd);
                }
            }
            double bare = BareRewrite.run(stores);
            out.printf("  bare RocksDB rewrite    %,12.0f values a second%n", bare);
            out.printf(
                    "%nYear end of the bare rewrite: %.0f %%   (goal: %.0f %%)%n",
                    100 * yearEnd / bare, 100 * GOAL);
        }
    }

    /** Accounts a second, from the sending of the close to the last seal. */
    private double close(String bootstrap, String period, Latency latency) throws Exception {
        latency.take();
        long start = System.nanoTime();
        announce(
                bootstrap,
                MessageType.MONTH_CLOSED,
                "close/" + period,
                """
                {"date":"2015-03-01","regionCode":"110000","period":"%s"}\
                """
                        .formatted(period));
        long heap = awaitSeals(bootstrap, "110000/" + period);
        double seconds = (System.nanoTime() - start) / 1e9;
        latencies("during " + period, latency);
        out.printf("    heap in use, after a collection in its middle: %,d MB%n", heap >> 20);
        return ACCOUNTS / seconds;
    }

    private void latencies(String when, Latency latency) {
        List<Long> nanos = latency.take();
        out.printf(
                "  contributions %-16s p50 %5.0f ms, p99 %5.0f ms (%d replies)%n",
                when,
                Latency.percentile(nanos, P99 / 2),
                Latency.percentile(nanos, P99),
                nanos.size());
    }

    /**
     * Waits for the seal of each partition; returns the heap in use when the first one is there.
     */
    private static long awaitSeals(String bootstrap, String key) {
        long heap = 0;
        int seals = 0;
        try (var consumer = consumer(bootstrap)) {
            var partition = new TopicPartition(Topic.ACCOUNT_SEALS.topicName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (seals < PARTITIONS) {
                for (var record : consumer.poll(LOOK)) {
                    var type = record.headers().lastHeader(CloudEvent.TYPE_HEADER);
                    boolean sealed =
                            new String(type.value(), UTF_8)
                                    .equals(MessageType.MONTH_SEALED.ceType());
                    if (record.key().equals(key) && sealed) {
                        seals++;
                        if (heap == 0) {
                            System.gc();
                            heap =
                                    ManagementFactory.getMemoryMXBean()
                                            .getHeapMemoryUsage()
                                            .getUsed();
                        }
                    }
                }
            }
        }
        return heap;
    }

    private static void announce(String bootstrap, MessageType type, String id, String value) {
        try (var kafka = new RecordWriter(bootstrap)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                var record =
                        new ProducerRecord<>(
                                Topic.ACCOUNT_INBOX.topicName(),
                                partition,
                                Broadcasts.scope(partition),
                                value.getBytes(UTF_8));
                record.headers()
                        .add(CloudEvent.ID_HEADER, id.getBytes(UTF_8))
                        .add(CloudEvent.TYPE_HEADER, type.ceType().getBytes(UTF_8));
                kafka.send(record);
            }
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
