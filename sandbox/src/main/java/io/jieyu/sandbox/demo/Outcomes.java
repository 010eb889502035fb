package io.jieyu.sandbox.demo;

import java.util.Map;
import java.util.TreeMap;

/** How many lines ended how. */
final class Outcomes {

    static final String CREDITED = "credited";
    static final String DUPLICATE = "duplicate of a credited line";
    static final String REFUSED = "refused: ";

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String outcome, int lines) {
        if (lines > 0) {
            counts.merge(outcome, lines, Integer::sum);
        }
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Lines that have a ledger record of their own. */
    int decidedByTheLedger() {
        return counts.entrySet().stream()
                .filter(outcome ->
                        outcome.getKey().startsWith(CREDITED)
                                || outcome.getKey().startsWith(DUPLICATE)
                                || outcome.getKey().startsWith(REFUSED))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
