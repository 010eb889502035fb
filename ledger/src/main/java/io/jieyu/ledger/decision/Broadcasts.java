package io.jieyu.ledger.decision;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.policy.Policies;
import java.util.Optional;

/**
 * Messages to all accounts of a partition: they have a history of their own, named {@code
 * broadcast/<partition>}, and change no account.
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

    static Decision decide(RecordDraft draft, Message message, Memory memory, Policies policies)
            throws InvalidField {
        if (!message.kind().equals(POLICY_PUBLISHED)) {
            throw new InvalidField("kind", message.kind(), "a broadcast: " + POLICY_PUBLISHED);
        }
        var published = PublishedPolicy.read(new Fields(message.fields()));
        draft.dated(published.date());
        Hash content = JsonBytes.hash(published.content());
        Binding bound = memory.binding(message.scope(), published.businessKey());
        if (bound != null) {
            return draft.boundAlready(bound, content, published.businessKey());
        }
        String set = policies.policySet().orElse(published.policySet());
        if (!set.equals(published.policySet())) {
            return draft.refused(
                    Refusal.ofField(
                            RefusalCode.POLICY_SET_MISMATCH,
                            "policySet",
                            published.policySet(),
                            "\"" + set + "\", the set of this ledger"));
        }
        return switch (published.version(message.position())) {
            case PublishedPolicy.Version.Refused(var refusal) -> draft.refused(refusal);
            case PublishedPolicy.Version.Valid(var version) ->
                    draft.binding(published.businessKey(), content).accepted(version);
        };
    }
}
