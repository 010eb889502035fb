package io.jieyu.ledger.decision;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.policy.Policies;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Messages to all accounts of a partition: they have a history of their own, named {@code
 * broadcast/<partition>}, and change no account there and then.
 */
public final class Broadcasts {

    private static final String SCOPE = "broadcast/";
    private static final String POLICY_PUBLISHED = "policyPublished";

    private Broadcasts() {}

    /** The name of the history of broadcasts in the partition. */
    public static String scope(int partition) {
        return SCOPE + partition;
    }

    /** The partition whose broadcasts the scope is the history of; empty for an account's. */
    public static Optional<Integer> partition(String scope) {
        return scope.startsWith(SCOPE)
                ? Optional.of(Integer.parseInt(scope.substring(SCOPE.length())))
                : Optional.empty();
    }

    static boolean isBroadcast(Message message) {
        return message.scope().startsWith(SCOPE);
    }

    static Decision decide(History history, Message message, Memory memory, Announced announced) {
        var draft = new RecordDraft(history, message);
        var closes = CaughtUp.nothing(history);
        try {
            if (message.unreadable() != null) {
                return new Decision.Decided(
                        closes, draft.refused(message.unreadable(), List.of()), announced);
            }
            return switch (message.kind()) {
                case POLICY_PUBLISHED -> publish(draft, closes, message, memory, announced);
                case ClosedMonth.KIND -> close(draft, closes, message, memory, announced);
                default ->
                        throw new InvalidField(
                                "kind",
                                message.kind(),
                                "a broadcast: " + POLICY_PUBLISHED + " or " + ClosedMonth.KIND);
            };
        } catch (InvalidField invalid) {
            return new Decision.Decided(
                    closes, draft.refused(invalid.refusal(), List.of()), announced);
        }
    }

    private static Decision publish(
            RecordDraft draft, CaughtUp closes, Message message, Memory memory, Announced announced)
            throws InvalidField {
        var published = PublishedPolicy.read(new Fields(message.fields()));
        draft.dated(published.date());
        Hash content = JsonBytes.hash(published.content());
        Binding bound = memory.binding(message.scope(), published.businessKey());
        if (bound != null) {
            return new Decision.Decided(
                    closes, draft.boundAlready(bound, content, published.businessKey()), announced);
        }
        Policies policies = announced.policies();
        String set = policies.policySet().orElse(published.policySet());
        if (!set.equals(published.policySet())) {
            return new Decision.Decided(
                    closes,
                    draft.refused(
                            Refusal.ofField(
                                    RefusalCode.POLICY_SET_MISMATCH,
                                    "policySet",
                                    published.policySet(),
                                    "\"" + set + "\", the set of this ledger"),
                            List.of()),
                    announced);
        }
        return switch (published.version(message.position())) {
            case PublishedPolicy.Version.Refused(var refusal) ->
                    new Decision.Decided(closes, draft.refused(refusal, List.of()), announced);
            case PublishedPolicy.Version.Valid(var version) ->
                    new Decision.Decided(
                            closes,
                            draft.binding(published.businessKey(), content).announced(),
                            new Announced(policies.plus(version), announced.closes()));
        };
    }

    private static Decision close(
            RecordDraft draft, CaughtUp closes, Message message, Memory memory, Announced announced)
            throws InvalidField {
        var closed = ClosedMonth.read(new Fields(message.fields()));
        draft.dated(closed.date());
        Hash content = JsonBytes.hash(closed.content());
        Binding bound = memory.binding(message.scope(), closed.businessKey());
        if (bound != null) {
            return new Decision.Decided(
                    closes, draft.boundAlready(bound, content, closed.businessKey()), announced);
        }
        Optional<Refusal> refusal = closeRefused(closed, announced);
        if (refusal.isPresent()) {
            return new Decision.Decided(closes, draft.refused(refusal.get(), List.of()), announced);
        }
        var close =
                new Close(
                        closed.regionCode(),
                        closed.period(),
                        message.messageId(),
                        closed.date(),
                        message.position(),
                        announced.policies());
        return new Decision.Decided(
                closes,
                draft.binding(closed.businessKey(), content).announced(),
                new Announced(announced.policies(), announced.closes().plus(close)));
    }

    private static Optional<Refusal> closeRefused(ClosedMonth closed, Announced announced) {
        if (announced.policies().effective(closed.regionCode(), closed.period()).isEmpty()) {
            return Optional.of(
                    Refusal.ofState(
                            RefusalCode.NO_POLICY,
                            "a policy of region "
                                    + closed.regionCode()
                                    + " or a wider one for "
                                    + closed.period()));
        }
        YearMonth open = announced.closes().months(closed.regionCode()).open();
        return open == null || open.equals(closed.period())
                ? Optional.empty()
                : Optional.of(
                        Refusal.ofField(
                                RefusalCode.CLOSE_NOT_CONSECUTIVE,
                                "period",
                                closed.period().toString(),
                                open + ", the open month of " + closed.regionCode()));
    }
}
