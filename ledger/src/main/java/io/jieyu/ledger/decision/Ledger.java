package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.MessageRule.Verdict;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.crediting.CreditContribution;
import io.jieyu.ledger.policy.Policies;
import java.util.Map;
import java.util.TreeSet;

/**
 * Decides on messages, one after the other (rulebook 5.2). A pure function: the same history and
 * message give the same record, byte for byte, wherever and whenever it is asked.
 */
public final class Ledger {

    private static final Map<String, MessageRule<?>> RULES =
            Map.of("contribution", new CreditContribution());

    /**
     * What becomes of the message.
     *
     * @param history where the message's scope stands
     * @param memory what the scope remembers of earlier messages
     * @param policies the versions published before the message
     */
    public Decision decide(History history, Message message, Memory memory, Policies policies) {
        Answer first = memory.answer(message.scope(), message.messageId());
        if (first != null) {
            return new Decision.Replayed(first);
        }
        var draft = new RecordDraft(history, message);
        try {
            if (message.unreadable() != null) {
                return draft.refused(message.unreadable());
            }
            return Broadcasts.isBroadcast(message)
                    ? Broadcasts.decide(draft, message, memory, policies)
                    : decideForAccount(draft, history, message, memory, policies);
        } catch (InvalidField invalid) {
            return draft.refused(invalid.refusal());
        }
    }

    private static Decision decideForAccount(
            RecordDraft draft, History history, Message message, Memory memory, Policies policies)
            throws InvalidField {
        MessageRule<?> rule = RULES.get(message.kind());
        if (rule == null) {
            throw new InvalidField(
                    "kind",
                    message.kind(),
                    "one of " + String.join(", ", new TreeSet<>(RULES.keySet())));
        }
        if (!AccountId.isValid(message.scope())) {
            throw new InvalidField("accountId", message.scope(), AccountId.EXPECTED);
        }
        return decideBy(rule, draft, history, message, memory, policies);
    }

    private static <M> Decision decideBy(
            MessageRule<M> rule,
            RecordDraft draft,
            History history,
            Message message,
            Memory memory,
            Policies policies)
            throws InvalidField {
        var fields = new Fields(message.fields());
        if (!message.scope().equals(fields.text("accountId"))) {
            throw new InvalidField(
                    "accountId",
                    fields.text("accountId"),
                    "\"" + message.scope() + "\", the message's key");
        }
        M read = rule.read(fields);
        draft.dated(rule.date(read));
        String businessKey = rule.businessKey(read);
        Hash content = businessKey == null ? Hash.ZERO : JsonBytes.hash(rule.content(read));
        Binding bound = businessKey == null ? null : memory.binding(message.scope(), businessKey);
        if (bound != null && businessKey != null) {
            return draft.boundAlready(bound, content, businessKey);
        }
        var situation =
                new Situation(AccountId.parse(message.scope()), history.account(), policies);
        return switch (rule.decide(read, situation)) {
            case Verdict.Refused(var refusal, var used) -> draft.using(used).refused(refusal);
            case Verdict.Accepted(var account, var used) ->
                    draft.using(used).binding(businessKey, content).accepted(account);
        };
    }
}
