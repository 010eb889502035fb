package io.jieyu.ledger.account;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;

/**
 * One kind of the message catalogue (rulebook 6): how its fields read, and what it does to an
 * account.
 *
 * @param <M> the message with its fields read
 */
public interface MessageRule<M extends AccountMessage> {

    /**
     * Reads the fields.
     *
     * @throws InvalidField at the first field that is not as section 6 says
     */
    M read(Fields fields) throws InvalidField;

    /** Preconditions and effects; a refusal leaves nothing behind. */
    Verdict decide(M message, Situation situation);

    /** What a rule says to a message. */
    sealed interface Verdict {

        record Accepted(Draft draft) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }

    static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }
}
