package io.jieyu.benchmarks.auditing;

import io.jieyu.audit.Auditor;
import io.jieyu.audit.Progress;
import io.jieyu.audit.Workplace;
import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.benchmarks.PostedInbox;
import io.jieyu.benchmarks.Workbench;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.sandbox.load.InboxLoad;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The whole verdict against merely reading and parsing the same topics, over a million records and
 * over ten; and the memory that it holds.
 */
public final class AuditBench {

    private static final int PARTITIONS = 4;
    private static final int MONTHS = 5;
    private static final int FEW = 100_000;
    private static final int MANY = 1_000_000;
    private static final String APPLICATION = "auditing";
    private static final double GOAL = 0.5;
    private static final long LOOK_MILLIS = 5_000;

    private final PrintStream out;
    private final int threads = Runtime.getRuntime().availableProcessors();

    public AuditBench(PrintStream out) {
        this.out = out;
    }

    /** Measures, and prints the rates, their ratio and the memory. */
    public void run() throws Exception {
        try (var bench = Workbench.with(PARTITIONS)) {
            long heapOfFew = measure(bench, new InboxLoad(FEW, MONTHS));
            long heapOfMany = measure(bench, new InboxLoad(MANY, MONTHS));
            out.printf(
                    "%nHeap in use, the most of any collection: %,d MB, then %,d MB%n",
                    heapOfFew >> 20, heapOfMany >> 20);
        }
    }

    private long measure(Workbench bench, InboxLoad load) throws Exception {
        out.printf("%n%,d accounts: posting %,d messages%n", load.persons(), load.contributions());
        load.writeInbox(bench.bootstrap(), PARTITIONS);
        try (var posted = PostedInbox.start(bench, APPLICATION, PARTITIONS)) {
            posted.awaitRecords(load.contributions());
        }
        try (TopicSource source = BrokerSource.open(bench.bootstrap(), APPLICATION)) {
            double parsed = parse(source);
            out.printf("  read and parsed         %,12.0f records a second%n", parsed);
            var most = new AtomicLong();
            double audited = audit(source, bench.folder().resolve("audit"), most);
            out.printf("  the whole verdict       %,12.0f records a second%n", audited);
            out.printf(
                    "  of reading and parsing  %,11.0f %%   (goal: %.0f %%)%n",
                    100 * audited / parsed, 100 * GOAL);
            return most.get();
        }
    }

    private double parse(TopicSource source) throws Exception {
        var tasks = new ArrayList<Callable<Long>>();
        for (int i = 0; i < PARTITIONS; i++) {
            int partition = i;
            tasks.add(() ->
                    parse(source, Topic.ACCOUNT_INBOX, partition)
                            + parse(source, Topic.ACCOUNT_LEDGER, partition));
        }
        long start = System.nanoTime();
        long records = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Long> done : pool.invokeAll(tasks)) {
                records += done.get();
            }
        }
        return records / seconds(start);
    }

    private static long parse(TopicSource source, Topic topic, int partition) {
        long records = 0;
        try (RecordStream stream = source.read(topic, partition)) {
            var next = stream.next();
            while (next.isPresent()) {
                records += Json.tree(next.get().value()).isEmpty() ? 0 : 1;
                next = stream.next();
            }
        }
        return records;
    }

    private double audit(TopicSource source, Path folder, AtomicLong most) throws Exception {
        var going = new AtomicBoolean(true);
        Thread look = Thread.ofPlatform().daemon().start(() -> look(going, most));
        var silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        long start = System.nanoTime();
        Verdict verdict;
        try (var workplace = Workplace.fresh(folder)) {
            verdict =
                    new Auditor(source, new Ledger(), AuditScope.ALL, List.of(), workplace, silent)
                            .run(threads);
            workplace.clear();
        }
        double seconds = seconds(start);
        going.set(false);
        look.join();
        if (verdict.exitStatus() != 0) {
            throw new IllegalStateException(
                    verdict.findings().size() + " differences (expected: none)");
        }
        return (verdict.totals().count(Totals.INBOX_RECORDS)
                        + verdict.totals().count(Totals.LEDGER_RECORDS))
                / seconds;
    }

    /** Collects now and then, and notes what is left. */
    private static void look(AtomicBoolean going, AtomicLong most) {
        try {
            while (going.get()) {
                Thread.sleep(LOOK_MILLIS);
                System.gc();
                long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                most.accumulateAndGet(used, Math::max);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
