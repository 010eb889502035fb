package io.jieyu.ledger.decision;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** What the ledger makes of a message. */
public sealed interface Decision {

    /** The message id is known: the first outcome is the answer, and there is no new record. */
    record Replayed(Answer first) implements Decision {}

    /**
     * A new record, and everything that must be remembered with it.
     *
     * @param json the record as it stands on the topic; its SHA-256 is the head of {@code after}
     * @param after where the history stands now
     * @param businessKey the key that the message bound; null when it bound none
     * @param binding what the key is bound to; null with it
     * @param policy the policy version that an accepted {@code policyPublished} brought; null
     *     otherwise
     */
    record Recorded(
            LedgerRecord record,
            RecordJson json,
            History after,
            @Nullable String businessKey,
            @Nullable Binding binding,
            @Nullable PolicyVersion policy)
            implements Decision {

        /** What a retry of the message gets. */
        public Answer answer() {
            return Answer.of(record);
        }
    }
}
