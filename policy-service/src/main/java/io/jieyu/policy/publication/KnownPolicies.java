package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.document.ShownPolicy;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicySet;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.policy.RegionDocument;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The published versions on two time axes: for which month, and as known on which day
 * (policy-format 2).
 */
public final class KnownPolicies {

    private final List<Known> versions = new ArrayList<>();

    private record Known(LocalDate publishedOn, PolicyVersion version, RegionDocument.Version of) {}

    KnownPolicies(Collection<PolicyTable> tables) {
        tables.stream()
                .sorted(Comparator.comparing(PolicyTable::regionCode, PolicySet.BREADTH))
                .forEach(table -> table.versions().forEach(version -> add(table, version)));
    }

    private void add(PolicyTable table, PolicyTable.Version version) {
        RegionDocument.Version read = Tables.read(version);
        versions.add(
                new Known(
                        version.publishedOn(),
                        new PolicyVersion(
                                table.policySet(),
                                table.regionCode(),
                                Tables.policyId(table, version),
                                version.effectiveFrom(),
                                // Without an end: the next version's start is its end.
                                null,
                                read.document(),
                                versions.size()),
                        read));
    }

    /**
     * What holds for a region; empty when neither it nor its province nor the nation has a version
     * for the month.
     *
     * @param knownAt versions published after this day are left out
     */
    public Optional<ShownPolicy> of(String regionCode, YearMonth on, LocalDate knownAt) {
        return policies(knownAt)
                .resolved(regionCode, on)
                .map(resolved ->
                        ShownPolicy.of(
                                resolved,
                                knownAt,
                                version -> versions.get((int) version.position()).of()));
    }

    private Policies policies(LocalDate knownAt) {
        return Policies.of(
                versions.stream()
                        .filter(known -> !known.publishedOn().isAfter(knownAt))
                        .map(Known::version)
                        .toList());
    }

    /** The published version of that policy id. */
    public Optional<RegionDocument.Version> version(String policyId) {
        return versions.stream()
                .filter(known -> known.version().policyId().equals(policyId))
                .map(Known::of)
                .findFirst();
    }
}
