package io.jieyu.audit.verdict;

import java.util.List;

/**
 * What was found in one partition.
 *
 * @param findings the first ones, in the order of their accounts
 * @param further how many more there are
 * @param parked where the rules break, so that messages wait
 * @param undecided why something could not be decided; empty when everything could
 * @param closes what each close came to, recomputed
 */
public record PartitionVerdict(
        int partition,
        Totals totals,
        List<Finding> findings,
        long further,
        List<String> parked,
        List<String> undecided,
        List<RecomputedClose> closes) {

    public PartitionVerdict {
        findings = List.copyOf(findings);
        parked = List.copyOf(parked);
        undecided = List.copyOf(undecided);
        closes = List.copyOf(closes);
    }
}
