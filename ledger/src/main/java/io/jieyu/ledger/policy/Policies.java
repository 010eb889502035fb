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

    private static final String NATION = "000000";
    private static final int PROVINCE_DIGITS = 2;

    private record Question(String regionCode, YearMonth month) {}

    private final List<PolicyVersion> versions;
    private final Map<Question, Optional<Policy>> answers = new ConcurrentHashMap<>();

    private Policies(List<PolicyVersion> versions) {
        this.versions = versions;
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

    /** The set of this history; empty before the first version. */
    public Optional<String> policySet() {
        return versions.stream().findFirst().map(PolicyVersion::policySet);
    }

    /**
     * P(x) of the region (rulebook 5.9); empty when neither it nor its province nor the nation has
     * a version for x.
     */
    public Optional<Policy> effective(String regionCode, YearMonth month) {
        return answers.computeIfAbsent(new Question(regionCode, month), this::resolve);
    }

    private Optional<Policy> resolve(Question question) {
        String province =
                question.regionCode.substring(0, PROVINCE_DIGITS)
                        + NATION.substring(PROVINCE_DIGITS);
        var steps =
                Stream.of(question.regionCode, province, NATION)
                        .distinct()
                        .map(region -> own(region, question.month))
                        .flatMap(Optional::stream)
                        .toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Policy(steps));
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
