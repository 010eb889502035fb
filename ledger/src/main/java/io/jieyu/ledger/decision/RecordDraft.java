package io.jieyu.ledger.decision;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Changes;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of one message while it is decided: what is known of it so far, and the three ways in
 * which it can end.
 */
final class RecordDraft {

    private final History history;
    private final Message message;
    private @Nullable LocalDate date;
    private List<String> policies = List.of();
    private @Nullable String businessKey;
    private @Nullable Binding binding;

    RecordDraft(History history, Message message) {
        this.history = history;
        this.message = message;
    }

    void dated(LocalDate businessDate) {
        date = businessDate;
    }

    RecordDraft using(List<String> policyIds) {
        policies = policyIds;
        return this;
    }

    /** The business key that the message binds if it is accepted. */
    RecordDraft binding(@Nullable String key, Hash content) {
        businessKey = key;
        binding = key == null ? null : new Binding(message.messageId(), content);
        return this;
    }

    /**
     * The key is bound: DUPLICATE when the content is the same, a refusal otherwise (rulebook 5.2).
     */
    Decision boundAlready(Binding bound, Hash content, String key) {
        if (bound.content().equals(content)) {
            return recorded(
                    Outcome.DUPLICATE,
                    null,
                    bound.messageId(),
                    List.of(),
                    Map.of(),
                    history.account());
        }
        return refused(
                Refusal.ofState(
                        RefusalCode.CONFLICTING_DUPLICATE,
                        String.format(
                                Locale.ROOT,
                                "the content of message \"%s\", which has the same key %s",
                                bound.messageId(),
                                key)));
    }

    Decision refused(Refusal refusal) {
        return recorded(Outcome.REFUSED, refusal, null, List.of(), Map.of(), history.account());
    }

    Decision accepted(Draft draft) {
        Account after = draft.account();
        return bound(
                recorded(
                        Outcome.ACCEPTED,
                        null,
                        null,
                        draft.postings(),
                        Changes.made(history.account(), draft),
                        after));
    }

    /** A broadcast changes no account; what it brings is in the record's message. */
    Decision accepted(PolicyVersion policy) {
        var plain = recorded(Outcome.ACCEPTED, null, null, List.of(), Map.of(), history.account());
        return new Decision.Recorded(
                plain.record(), plain.json(), plain.after(), businessKey, binding, policy);
    }

    private Decision.Recorded bound(Decision.Recorded recorded) {
        return new Decision.Recorded(
                recorded.record(), recorded.json(), recorded.after(), businessKey, binding, null);
    }

    private Decision.Recorded recorded(
            Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable String duplicateOf,
            List<Posting> postings,
            Map<String, @Nullable Object> changes,
            @Nullable Account after) {
        var record =
                new LedgerRecord(
                        Math.addExact(history.sequence(), 1),
                        history.head(),
                        message.scope(),
                        message.messageId(),
                        message.kind(),
                        date,
                        outcome,
                        refusal,
                        duplicateOf,
                        message.fields(),
                        postings,
                        changes,
                        after == null ? Balances.ZERO : after.balances(),
                        policies);
        var json = RecordJson.of(record);
        return new Decision.Recorded(
                record, json, new History(record.sequence(), json.hash(), after), null, null, null);
    }
}
