package io.jieyu.audit;

import io.jieyu.audit.topics.TopicSource;
import io.jieyu.contracts.Topic;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How far an audit is: records read, their rate, the time left; a line a second. */
public final class Progress {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double PER_CENT = 100;
    private static final int STEPS = 2;

    private final PrintStream out;
    private final LongAdder read = new LongAdder();
    private final AtomicLong nextLine = new AtomicLong();
    private long expected;
    private long start;

    public Progress(PrintStream out) {
        this.out = out;
    }

    void begin(TopicSource source, int partitions) {
        // a record is read and then recomputed: two steps
        for (Topic topic : List.of(Topic.ACCOUNT_INBOX, Topic.ACCOUNT_LEDGER)) {
            for (int i = 0; i < partitions; i++) {
                expected += STEPS * source.records(topic, i);
            }
        }
        start = System.nanoTime();
        nextLine.set(start + INTERVAL_NANOS);
    }

    /** More records were read or recomputed, by whatever thread. */
    public void read(long more) {
        read.add(more);
        long due = nextLine.get();
        long now = System.nanoTime();
        if (now - due > 0 && nextLine.compareAndSet(due, now + INTERVAL_NANOS)) {
            line(now);
        }
    }

    private void line(long now) {
        long done = read.sum();
        double seconds = (now - start) / 1e9;
        double rate = done / seconds;
        long left = Math.max(0, Math.round((expected - done) / rate));
        out.printf(
                Locale.ROOT,
                "audited %,d of about %,d records (%.0f %%), %,.0f a second, %d:%02d left%n",
                done / STEPS,
                expected / STEPS,
                expected == 0 ? PER_CENT : Math.min(PER_CENT, PER_CENT * done / expected),
                rate / STEPS,
                left / 60,
                left % 60);
    }

    void end() {
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "audited %,d records in %.1f s, %,.0f a second%n",
                expected / STEPS,
                seconds,
                expected / (STEPS * seconds));
    }
}
