package io.jieyu.sandbox.demo;

import java.util.Map;
import java.util.TreeMap;

/** How many lines ended how. */
final class Outcomes {

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String outcome, int lines) {
        if (lines > 0) {
            counts.merge(outcome, lines, Integer::sum);
        }
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
