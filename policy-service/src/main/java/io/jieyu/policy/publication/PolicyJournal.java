package io.jieyu.policy.publication;

import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import java.util.List;
import java.util.function.Function;

/** The topics of policies, written by one decision at a time, whichever instance takes it. */
public interface PolicyJournal {

    /** What they say now. */
    PolicyState state();

    /**
     * Takes a decision on what the topics say and writes what comes of it, all or nothing. When
     * another instance writes in between, the decision is taken again on what it wrote.
     *
     * @throws JournalAway when Kafka does not answer; nothing is known to be written then, and the
     *     same decision may be asked for again
     */
    <T> T decide(Function<PolicyState, Step<T>> decision);

    /**
     * What a decision comes to.
     *
     * @param answer for whoever asked
     * @param drafts their new values
     * @param tables their new values
     * @param versions what every partition of the inbox is told
     */
    record Step<T>(
            T answer,
            List<PolicyDraft> drafts,
            List<PolicyTable> tables,
            List<PolicyPublished> versions) {

        /** An answer by which nothing changes. */
        public static <T> Step<T> nothing(T answer) {
            return new Step<>(answer, List.of(), List.of(), List.of());
        }

        /** A draft has gone a step. */
        public static <T> Step<T> of(T answer, PolicyDraft draft) {
            return new Step<>(answer, List.of(draft), List.of(), List.of());
        }

        public boolean changesNothing() {
            return drafts.isEmpty() && tables.isEmpty() && versions.isEmpty();
        }
    }

    /** Kafka does not answer. */
    final class JournalAway extends RuntimeException {

        private static final long serialVersionUID = 1;

        public JournalAway(Throwable cause) {
            super("the topics of policies do not answer", cause);
        }
    }
}
