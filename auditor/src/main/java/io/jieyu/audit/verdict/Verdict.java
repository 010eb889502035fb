package io.jieyu.audit.verdict;

import java.util.List;

/**
 * What an audit has come to.
 *
 * @param source what was audited
 * @param partitions of the inbox
 * @param closes how many closes were recomputed, a partition's each
 * @param certificates how many were looked at
 * @param findings the first ones
 * @param further how many more there are
 * @param notes what is no finding and worth saying
 * @param undecided why something could not be decided; empty when everything could
 */
public record Verdict(
        String source,
        int partitions,
        Totals totals,
        int closes,
        int certificates,
        List<Finding> findings,
        long further,
        List<String> notes,
        List<String> undecided) {

    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final int UNDECIDED = 2;

    public Verdict {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        undecided = List.copyOf(undecided);
    }

    /** Whether there is no difference at all. */
    public boolean agrees() {
        return findings.isEmpty() && further == 0;
    }

    /** 0: all agrees, 1: differences, 2: could not be decided. */
    public int exitStatus() {
        if (!agrees()) {
            return DIFFERS;
        }
        return undecided.isEmpty() ? AGREES : UNDECIDED;
    }

    /** Findings of the aspect among the first ones. */
    public long count(Aspect aspect) {
        return findings.stream().filter(finding -> finding.aspect() == aspect).count();
    }
}
