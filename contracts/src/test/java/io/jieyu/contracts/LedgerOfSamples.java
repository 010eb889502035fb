package io.jieyu.contracts;

import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.Binding;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import io.jieyu.ledger.policy.Policies;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The real ledger in memory: samples of its records are what it decides, not what we think. */
final class LedgerOfSamples implements Memory {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
            new TypeReference<>() {};

    private final Ledger ledger = new Ledger();
    private final Map<String, History> histories = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Binding> bindings = new HashMap<>();
    private Policies policies = Policies.NONE;
    private long position;

    Decision.Recorded decide(String scope, String messageId, MessageType type, Object value) {
        Map<String, @Nullable Object> fields =
                MessageJson.MAPPER.readValue(MessageJson.MAPPER.writeValueAsString(value), FIELDS);
        var message = Message.of(messageId, type.kind().orElseThrow(), scope, position++, fields);
        var history = histories.getOrDefault(scope, History.EMPTY);
        var decision = (Decision.Recorded) ledger.decide(history, message, this, policies);
        histories.put(scope, decision.after());
        answers.put(scope + " " + messageId, decision.answer());
        if (decision.businessKey() != null && decision.binding() != null) {
            bindings.put(scope + " " + decision.businessKey(), decision.binding());
        }
        if (decision.policy() != null) {
            policies = policies.plus(decision.policy());
        }
        return decision;
    }

    @Override
    public @Nullable Answer answer(String scope, String messageId) {
        return answers.get(scope + " " + messageId);
    }

    @Override
    public @Nullable Binding binding(String scope, String businessKey) {
        return bindings.get(scope + " " + businessKey);
    }
}
