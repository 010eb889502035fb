package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.policy.RegionDocument;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the topics say at one moment.
 *
 * @param tables by region
 * @param drafts by draft id
 * @param lastClosed by region: the last month whose close has begun
 */
public record PolicyState(
        Map<String, PolicyTable> tables,
        Map<String, PolicyDraft> drafts,
        Map<String, YearMonth> lastClosed) {

    public PolicyState {
        tables = new TreeMap<>(tables);
        drafts = new TreeMap<>(drafts);
        lastClosed = Map.copyOf(lastClosed);
    }

    /** The set that is published; empty before the first publication. */
    public Optional<String> policySet() {
        return tables.values().stream().findFirst().map(PolicyTable::policySet);
    }

    public Optional<PolicyTable> table(String regionCode) {
        return Optional.ofNullable(tables.get(regionCode));
    }

    public Optional<PolicyDraft> draft(String draftId) {
        return Optional.ofNullable(drafts.get(draftId));
    }

    /** The drafts of a region, in the order in which they were begun. */
    public List<PolicyDraft> draftsOf(String regionCode) {
        return drafts.values().stream()
                .filter(draft -> draft.regionCode().equals(regionCode))
                .sorted(Comparator.comparing(PolicyDraft::savedAt))
                .toList();
    }

    /** The last closed month of any region that may take a value from this one's document. */
    public Optional<YearMonth> lastClosedUnder(String regionCode) {
        return lastClosed.entrySet().stream()
                .filter(closed -> takesFrom(closed.getKey(), regionCode))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    /** What is published, for questions. */
    public KnownPolicies known() {
        Collection<PolicyTable> published = tables.values();
        return new KnownPolicies(published);
    }

    private static boolean takesFrom(String regionCode, String step) {
        return step.equals(regionCode)
                || step.equals(RegionDocument.NATION)
                || step.equals(RegionDocument.provinceOf(regionCode));
    }
}
