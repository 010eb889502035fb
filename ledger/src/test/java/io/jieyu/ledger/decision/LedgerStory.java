package io.jieyu.ledger.decision;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.policy.Policies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger in memory to which a test tells a story, message by message. */
public final class LedgerStory implements Memory {

    private final Ledger ledger = new Ledger();
    private final Map<String, History> histories = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Binding> bindings = new HashMap<>();
    private final List<Decision.Recorded> recorded = new ArrayList<>();
    private Policies policies = Policies.NONE;
    private long position;

    /** Sends a message and returns what the ledger makes of it. */
    public Decision send(
            String scope, String messageId, String kind, Map<String, @Nullable Object> fields) {
        var message = Message.of(messageId, kind, scope, position++, fields);
        Decision decision = ledger.decide(history(scope), message, this, policies);
        if (decision instanceof Decision.Recorded fresh) {
            remember(fresh);
        }
        return decision;
    }

    /** The new record; a replay has none. */
    public LedgerRecord record(
            String scope, String messageId, String kind, Map<String, @Nullable Object> fields) {
        return ((Decision.Recorded) send(scope, messageId, kind, fields)).record();
    }

    /** Publishes a document to be in force from the beginning. */
    public LedgerStory policy(String regionCode, Map<String, @Nullable Object> document) {
        return policy(regionCode, "A", null, null, document);
    }

    public LedgerStory policy(
            String regionCode,
            String version,
            @Nullable String from,
            @Nullable String to,
            Map<String, @Nullable Object> document) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("date", "2000-01-01");
        fields.put("policySet", "test");
        fields.put("regionCode", regionCode);
        fields.put("policyId", regionCode + "/" + version);
        fields.put("effectiveFrom", from);
        fields.put("effectiveTo", to);
        fields.put("document", document);
        LedgerRecord record =
                record("broadcast/0", "policy/" + regionCode + version, "policyPublished", fields);
        if (record.refusal() != null) {
            throw new IllegalArgumentException(record.refusal().toString());
        }
        return this;
    }

    public History history(String scope) {
        return histories.getOrDefault(scope, History.EMPTY);
    }

    public @Nullable Account account(String scope) {
        return history(scope).account();
    }

    public List<Decision.Recorded> recorded() {
        return recorded;
    }

    public Policies policies() {
        return policies;
    }

    @Override
    public @Nullable Answer answer(String scope, String messageId) {
        return answers.get(scope + "\0" + messageId);
    }

    @Override
    public @Nullable Binding binding(String scope, String businessKey) {
        return bindings.get(scope + "\0" + businessKey);
    }

    private void remember(Decision.Recorded decision) {
        String scope = decision.record().accountId();
        histories.put(scope, decision.after());
        answers.put(scope + "\0" + decision.record().messageId(), decision.answer());
        if (decision.businessKey() != null && decision.binding() != null) {
            bindings.put(scope + "\0" + decision.businessKey(), decision.binding());
        }
        if (decision.policy() != null) {
            policies = policies.plus(decision.policy());
        }
        recorded.add(decision);
    }
}
