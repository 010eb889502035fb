package io.jieyu.audit;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyVersion;
import java.util.Map;

/** The rules with one fault: they credit 3 % of the base where the table says 2 %. */
final class FaultyLedger extends Ledger {

    @Override
    public Decision decide(History history, Message message, Memory memory, Announced announced) {
        if (!AccountId.isValid(message.scope())) {
            return super.decide(history, message, memory, announced);
        }
        var wrong = new Announced(faulty(announced.policies()), announced.closes());
        return switch (super.decide(history, message, memory, wrong)) {
            case Decision.Replayed replayed -> replayed;
            case Decision.Decided decided ->
                    new Decision.Decided(decided.closes(), decided.message(), announced);
        };
    }

    private static Policies faulty(Policies policies) {
        var document =
                (PolicyDocument.Reading.Valid) PolicyDocument.read(Map.of("personalRate", "0.03"));
        return policies.plus(
                new PolicyVersion(
                        policies.policySet().orElseThrow(),
                        AuditedStory.REGION,
                        AuditedStory.REGION + "/B",
                        java.time.YearMonth.of(2025, 1),
                        null,
                        document.document(),
                        Long.MAX_VALUE));
    }
}
