package io.jieyu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.decision.MemoryLedger;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyDocument.Reading;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.reassessing.Adjustment;
import io.jieyu.ledger.reassessing.Assessment;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every account of every scenario, its credits computed anew from its records. */
class ReassessedScenariosTest {

    private static final YearMonth ALWAYS = YearMonth.of(1900, 1);

    @Test
    void findsNothingToAdjustWhereNoPolicyChanged() {
        int accounts = 0;
        for (Scenario scenario : AcceptanceScenarios.all()) {
            boolean changes =
                    scenario.steps().stream()
                            .anyMatch(step ->
                                    step.key().equals("publishPolicy")
                                            || step.key().equals("policyPublished")
                                            // somebody's own correction of a policy
                                            || "POLICY_CORRECTED".equals(step.get("reason")));
            if (changes) {
                continue;
            }
            MemoryLedger ledger = Play.play(scenario).ledger();
            Map<String, List<Adjustment>> found =
                    adjustments(ledger, ledger.announced().policies());
            accounts += found.size();
            found.values().removeIf(List::isEmpty);
            assertThat(found).as(scenario.name()).isEmpty();
        }
        assertThat(accounts).isGreaterThan(100);
    }

    @Test
    void findsWhatAnotherRateWouldHaveCredited() {
        Scenario scenario = named("employer-share-by-age-band");
        MemoryLedger ledger = Play.play(scenario).ledger();
        Policies published = ledger.announced().policies();
        if (!(PolicyDocument.read(Map.of("personalRate", "0.05"))
                instanceof Reading.Valid(var document))) {
            throw new IllegalStateException("a draft that cannot be read");
        }
        var changed =
                published.plus(
                        new PolicyVersion(
                                "default", "110000", "110000/Z", null, null, document, 1_000));
        // The draft replaces the version of its month whole; employer bands come from the nation.
        adjustments(ledger, changed)
                .forEach((account, found) ->
                        assertThat(found)
                                .as(account)
                                .isNotEmpty()
                                .allSatisfy(adjustment ->
                                        assertThat(adjustment.differenceFen())
                                                .isEqualTo(
                                                        adjustment.wouldBeFen()
                                                                - adjustment.postedFen())
                                                .isNotZero()));
        assertThat(adjustments(ledger, published).values()).allMatch(List::isEmpty);
    }

    private static Scenario named(String name) {
        return AcceptanceScenarios.all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Adjustment>> adjustments(
            MemoryLedger ledger, Policies policies) {
        return ledger.records().stream()
                .map(recorded -> recorded.record())
                .filter(record -> AccountId.isValid(record.accountId()))
                .collect(
                        Collectors.groupingBy(
                                record -> record.accountId(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                account ->
                                        Assessment.of(
                                                        AccountId.parse(account.getKey())
                                                                .regionCode(),
                                                        account.getValue())
                                                .adjustments(policies, ALWAYS)));
    }
}
