package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.account.AccountMessage;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Bindings;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.MessageRule.Verdict;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.benefit.CountPooledBenefit;
import io.jieyu.ledger.cards.ChangeCard;
import io.jieyu.ledger.correcting.ApplyTrueUp;
import io.jieyu.ledger.correcting.ReplaceContribution;
import io.jieyu.ledger.correcting.ReverseContribution;
import io.jieyu.ledger.crediting.CreditContribution;
import io.jieyu.ledger.ending.Reenrol;
import io.jieyu.ledger.ending.ReverseSweep;
import io.jieyu.ledger.holds.PlaceHold;
import io.jieyu.ledger.holds.ReleaseHold;
import io.jieyu.ledger.policy.PolicyBook;
import io.jieyu.ledger.retirement.RegisterRetirement;
import io.jieyu.ledger.spending.PaySpend;
import io.jieyu.ledger.spending.RefundSpend;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Decides on messages, one after the other (rulebook 5.2). A pure function: the same history and
 * message give the same record, byte for byte, wherever and whenever it is asked.
 */
public class Ledger {

    private static final Map<String, MessageRule<?>> RULES = rules();
    private static final String PREVIEW = "preview";

    private static Map<String, MessageRule<?>> rules() {
        var rules = new HashMap<String, MessageRule<?>>();
        rules.put("contribution", new CreditContribution());
        rules.put("contributionReversed", new ReverseContribution());
        rules.put("contributionReplaced", new ReplaceContribution());
        rules.put("trueUp", new ApplyTrueUp());
        rules.put("spend", new PaySpend());
        rules.put("spendRefunded", new RefundSpend());
        rules.put("pooledBenefitUsed", new CountPooledBenefit());
        for (ChangeCard change : ChangeCard.values()) {
            rules.put(change.kind(), change);
        }
        rules.put("holdPlaced", new PlaceHold());
        rules.put("holdReleased", new ReleaseHold());
        rules.put("retirementRegistered", new RegisterRetirement());
        rules.put("reenrolled", new Reenrol());
        rules.put("sweepReversed", new ReverseSweep());
        return Map.copyOf(rules);
    }

    /**
     * What becomes of the message; before it, the account applies the closes that it has yet to
     * apply.
     *
     * @param history where the message's scope stands
     * @param memory what the scope remembers of earlier messages
     * @param announced what broadcasts have told before the message
     */
    public Decision decide(History history, Message message, Memory memory, Announced announced) {
        Answer first = memory.answer(message.scope(), message.messageId());
        if (first != null) {
            return new Decision.Replayed(first);
        }
        if (Broadcasts.isBroadcast(message)) {
            return Broadcasts.decide(history, message, memory, announced);
        }
        CaughtUp closes = catchUp(history, message.scope(), memory, announced);
        Bindings bindings = CatchUp.overlay(closes.bindings(), of(memory, message.scope()));
        return new Decision.Decided(
                closes, decide(closes.after(), message, bindings, announced), announced);
    }

    /** Applies the closes that the account has yet to apply (rulebook 5.5): what a sweep does. */
    public CaughtUp catchUp(History history, String scope, Memory memory, Announced announced) {
        return CatchUp.run(history, of(memory, scope), announced);
    }

    /**
     * What the close of a month would make of the account if it came now: who would lapse, freeze
     * or be carried. Nothing happens.
     *
     * @param month the one after the region's last closed month; any month before its first close
     */
    public Applied preview(
            History history, AccountId id, YearMonth month, Memory memory, Announced announced) {
        var close =
                new Close(
                        id.regionCode(),
                        month,
                        PREVIEW,
                        month.plusMonths(1).atDay(1),
                        Long.MAX_VALUE,
                        announced.policies());
        var closed = new Announced(announced.policies(), announced.closes().plus(close));
        return catchUp(history, id.toString(), memory, closed).applied().getLast();
    }

    private static Bindings of(Memory memory, String scope) {
        return key -> memory.binding(scope, key);
    }

    private static Recorded decide(
            History history, Message message, Bindings bindings, Announced announced) {
        var draft = new RecordDraft(history, message);
        try {
            if (message.unreadable() != null) {
                return draft.refused(message.unreadable(), List.of());
            }
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
            return decideBy(rule, draft, history, message, bindings, announced);
        } catch (InvalidField invalid) {
            return draft.refused(invalid.refusal(), List.of());
        }
    }

    private static <M extends AccountMessage> Recorded decideBy(
            MessageRule<M> rule,
            RecordDraft draft,
            History history,
            Message message,
            Bindings bindings,
            Announced announced)
            throws InvalidField {
        var fields = new Fields(message.fields());
        if (!message.scope().equals(fields.text("accountId"))) {
            throw new InvalidField(
                    "accountId",
                    fields.text("accountId"),
                    "\"" + message.scope() + "\", the message's key");
        }
        M read = rule.read(fields);
        draft.dated(read.date());
        String businessKey = read.businessKey();
        if (businessKey != null) {
            Hash content = JsonBytes.hash(read.content());
            Binding bound = bindings.of(businessKey);
            if (bound != null) {
                return draft.boundAlready(bound, content, businessKey);
            }
            draft.binding(businessKey, content);
        }
        var id = AccountId.parse(message.scope());
        var policies = new PolicyBook(announced.policies(), id.regionCode());
        var situation =
                new Situation(
                        id,
                        message.messageId(),
                        history.account(),
                        policies,
                        announced.closes().months(id.regionCode()),
                        bindings);
        return switch (rule.decide(read, situation)) {
            case Verdict.Refused(var refusal) -> draft.refused(refusal, policies.used());
            case Verdict.Accepted(var accepted) -> draft.accepted(accepted, bindings);
        };
    }
}
