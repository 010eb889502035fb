package io.jieyu.benchmarks.posting;

import io.jieyu.benchmarks.Workbench;
import io.jieyu.sandbox.load.InboxLoad;
import io.jieyu.sandbox.mongo.EmbeddedMongo;
import io.jieyu.sandbox.processes.Ports;
import io.jieyu.sandbox.processes.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * All contenders on one broker, one after the other, in rounds; the best round of each counts,
 * because a noisy machine only ever slows down.
 */
public final class PostingBench {

    private static final int PARTITIONS = 4;
    private static final int ROUNDS = 2;
    private static final int PERSONS = 100_000;
    private static final int MONTHS = 12;
    private static final int PLAIN_LIMIT = 40_000;
    private static final double GOAL_FLOOR = 0.35;
    private static final double GOAL_PLAIN = 10;

    private final PrintStream out;

    public PostingBench(PrintStream out) {
        this.out = out;
    }

    /** Measures, and prints the rates and their ratios. */
    public void run() throws IOException, InterruptedException {
        try (var bench = Workbench.with(PARTITIONS);
                var mongo =
                        ServerProcess.start(
                                EmbeddedMongo.launch(
                                        Ports.free(), bench.folder().resolve("mongo.log")))) {
            var load = new InboxLoad(PERSONS, MONTHS);
            out.printf(
                    "%,d contributions of %,d persons, %d partitions, broker and MongoDB each in a"
                            + " process%n",
                    load.contributions(), PERSONS, PARTITIONS);
            load.writeInbox(bench.bootstrap(), PARTITIONS);
            var contenders =
                    new Contenders(
                            bench.bootstrap(),
                            bench.folder().resolve("streams"),
                            PARTITIONS,
                            load.contributions());
            var best = new double[4];
            var course = new Course(bench.admin(), PARTITIONS);
            for (int round = 1; round <= ROUNDS; round++) {
                List<Contender> racing =
                        List.of(
                                contenders.copy(round),
                                contenders.statefulFloor(round),
                                PlainListener.contender(
                                        bench.bootstrap(), mongo.url(), round, PLAIN_LIMIT),
                                contenders.ours(round));
                for (int i = 0; i < racing.size(); i++) {
                    double rate = course.run(racing.get(i));
                    best[i] = Math.max(best[i], rate);
                    out.printf(
                            "  round %d  %-42s%,12.0f a second%n",
                            round, racing.get(i).name(), rate);
                }
            }
            report(best[3], best[0], best[1], best[2]);
        }
    }

    private void report(double ours, double copy, double floor, double plain) {
        out.printf("%nCredited contributions: %,.0f a second%n", ours);
        out.printf("  of the copy             %5.0f %%%n", 100 * ours / copy);
        out.printf(
                "  of the stateful floor   %5.0f %%   (goal: %.0f %%)%n",
                100 * ours / floor, 100 * GOAL_FLOOR);
        out.printf("  times the plain listener%6.1f    (goal: %.0f)%n", ours / plain, GOAL_PLAIN);
    }
}
