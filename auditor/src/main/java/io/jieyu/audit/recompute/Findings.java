package io.jieyu.audit.recompute;

import io.jieyu.audit.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings of a partition: the first ones whole, those beyond only counted. */
final class Findings {

    private final int most;
    private final List<Finding> kept = new ArrayList<>();
    private long further;

    Findings(int most) {
        this.most = most;
    }

    /** Keeps or counts a finding; returns its number. */
    int add(Finding finding) {
        if (kept.size() < most) {
            kept.add(finding);
        } else {
            further++;
        }
        return (int) Math.min(Integer.MAX_VALUE, kept.size() + further) - 1;
    }

    /** More records differ because of that finding. */
    void consequences(int number, long more) {
        if (number >= 0 && number < kept.size()) {
            kept.set(number, kept.get(number).withConsequences(more));
        }
    }

    /** Whether another one would only be counted. */
    boolean isFull() {
        return kept.size() >= most;
    }

    List<Finding> kept() {
        return kept;
    }

    long further() {
        return further;
    }
}
