package io.jieyu.benchmarks;

import io.jieyu.benchmarks.auditing.AuditBench;
import io.jieyu.benchmarks.closing.ClosingBench;
import io.jieyu.benchmarks.posting.PostingBench;
import java.util.List;

/** The program behind {@code ./jieyu bench}. */
public final class Bench {

    private static final int WRONG_USAGE = 2;

    private Bench() {}

    static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "io/jieyu/sandbox/logback.xml");
        System.setProperty("jieyu.sandbox.log", "ERROR");
        var wanted = List.of(arguments);
        if (wanted.isEmpty() || wanted.equals(List.of("posting"))) {
            new PostingBench(System.out).run();
        } else if (wanted.equals(List.of("closing"))) {
            new ClosingBench(System.out).run();
        } else if (wanted.equals(List.of("audit"))) {
            new AuditBench(System.out).run();
        } else {
            System.err.println(
                    "bench "
                            + String.join(" ", wanted)
                            + " (expected: nothing, posting, closing or audit)");
            System.exit(WRONG_USAGE);
        }
    }
}
