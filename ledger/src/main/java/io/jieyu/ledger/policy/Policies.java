package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All policy versions that a history has accepted, in the order of their acceptance. Never changes;
 * what it has resolved once it remembers.
 */
public final class Policies {

    public static final Policies NONE = new Policies(List.of());

    private record Question(String regionCode, YearMonth month) {}

    private final List<PolicyVersion> versions;
    private final Map<Question, Optional<Policy>> answers = new ConcurrentHashMap<>();

    private Policies(List<PolicyVersion> versions) {
        this.versions = versions;
    }

    /** These, in the order of their acceptance. */
    public static Policies of(List<PolicyVersion> versions) {
        return new Policies(List.copyOf(versions));
    }

    public Policies plus(PolicyVersion version) {
        var grown = new ArrayList<>(versions);
        grown.add(version);
        return new Policies(List.copyOf(grown));
    }

    /** Those that had been accepted before the position. */
    public Policies asOf(long position) {
        return new Policies(
                versions.stream().filter(version -> version.position() < position).toList());
    }

    /** The last version that was accepted under the policy id. */
    public Optional<PolicyVersion> version(String policyId) {
        return versions.reversed().stream()
                .filter(version -> version.policyId().equals(policyId))
                .findFirst();
    }

    /** The set of this history; empty before the first version. */
    public Optional<String> policySet() {
        return versions.stream().findFirst().map(PolicyVersion::policySet);
    }

    /**
     * P(x) of the region (rulebook 5.9); empty when neither it nor its province nor the nation has
     * a version for x.
     */
    public Optional<Policy> effective(String regionCode, YearMonth month) {
        var question = new Question(regionCode, month);
        // computeIfAbsent may lock, even for what is there
        Optional<Policy> known = answers.get(question);
        return known != null ? known : answers.computeIfAbsent(question, this::resolve);
    }

    private Optional<Policy> resolve(Question question) {
        List<PolicyVersion> steps = steps(question.regionCode, question.month);
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Policy(steps));
    }

    /**
     * The same field by field, as the documents write them, each with the version that says so;
     * empty when there is no policy.
     */
    public Optional<ResolvedPolicy> resolved(String regionCode, YearMonth month) {
        List<PolicyVersion> steps = steps(regionCode, month);
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResolvedPolicy(regionCode, month, steps));
    }

    private List<PolicyVersion> steps(String regionCode, YearMonth month) {
        return Stream.of(regionCode, RegionDocument.provinceOf(regionCode), RegionDocument.NATION)
                .distinct()
                .map(region -> own(region, month))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<PolicyVersion> own(String regionCode, YearMonth month) {
        @Nullable PolicyVersion found = null;
        for (PolicyVersion version : versions) {
            if (version.regionCode().equals(regionCode)
                    && version.covers(month)
                    && (found == null || version.precedes(found))) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }
}
