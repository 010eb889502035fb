package io.jieyu.ledger.account;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of the message catalogue (rulebook 6): how its fields read, what makes it a duplicate,
 * and what it does to an account.
 *
 * @param <M> the message with its fields read
 */
public interface MessageRule<M> {

    /**
     * Reads the fields.
     *
     * @throws InvalidField at the first field that is not as section 6 says
     */
    M read(Fields fields) throws InvalidField;

    LocalDate date(M message);

    /** The business key (rulebook 5.3), unique over all kinds; null for kinds without one. */
    @Nullable String businessKey(M message);

    /**
     * The content that a duplicate must repeat (rulebook 5.2), as a JSON tree in a fixed order: the
     * fields of section 6, defaults filled in.
     */
    Map<String, @Nullable Object> content(M message);

    /** Preconditions and effects; a refusal leaves nothing behind. */
    Verdict decide(M message, Situation situation);

    /** What a rule says to a message. */
    sealed interface Verdict {

        /** The ids of the policy versions that were looked at, in the order of their first use. */
        List<String> policies();

        record Accepted(Draft draft, List<String> policies) implements Verdict {}

        record Refused(Refusal refusal, List<String> policies) implements Verdict {}
    }
}
