package io.jieyu.policy.drafting;

import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyDraft.State;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.document.FileProblem;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.PolicyJournal.Step;
import io.jieyu.policy.publication.PolicyState;
import io.jieyu.policy.publication.Tables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document from its first text to publication. Each step is harmless when it is asked for
 * again; the approval and the publication are one step, so that no approved table is ever
 * unpublished and none is published unapproved.
 */
public class DraftPolicies {

    private final PolicyJournal journal;
    private final Clock clock;

    public DraftPolicies(PolicyJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** What a step comes to. */
    public sealed interface Answer {

        /** The draft as it stands now. */
        record Taken(PolicyDraft draft) implements Answer {}

        record Refused(Why why, String detail, List<FileProblem> problems) implements Answer {}
    }

    /** Why a step is not taken. */
    public enum Why {
        DRAFT_NOT_FOUND,
        /** It has errors. */
        DRAFT_INVALID,
        /** It is published or withdrawn, or not yet proposed. */
        DRAFT_STATE,
        SAME_PERSON,
        /** It would begin in a closed month and is not proposed as a retroactive change. */
        EFFECTIVE_MONTH_CLOSED
    }

    /** Begins a draft; a document with errors is kept, so that it can be mended. */
    public PolicyDraft begin(String regionCode, String document, String savedBy) {
        return journal.decide(state -> {
            String draftId =
                    String.format(
                            Locale.ROOT,
                            "%s-%d",
                            regionCode,
                            state.draftsOf(regionCode).size() + 1);
            PolicyDraft draft =
                    PolicyDraft.begun(
                            draftId,
                            state.policySet().orElseThrow(),
                            regionCode,
                            document,
                            savedBy,
                            clock.instant());
            return Step.of(draft, draft);
        });
    }

    /** Replaces the document of a draft; what was proposed has to be proposed again. */
    public Answer rewrite(String draftId, String document, String savedBy) {
        return step(
                draftId,
                (draft, _) -> {
                    if (!draft.isOpen()) {
                        return refused(
                                Why.DRAFT_STATE,
                                "The draft is " + draft.state() + "; begin another.");
                    }
                    if (draft.document().equals(document) && draft.savedBy().equals(savedBy)) {
                        return Step.nothing(new Answer.Taken(draft));
                    }
                    return taken(draft.rewritten(document, savedBy, clock.instant()));
                });
    }

    /**
     * Proposes a draft that has no error.
     *
     * @param retroactive whether it may begin in a closed month
     */
    public Answer propose(String draftId, String proposedBy, boolean retroactive) {
        return step(
                draftId,
                (draft, state) -> {
                    if (!draft.isOpen()) {
                        return refused(
                                Why.DRAFT_STATE,
                                "The draft is " + draft.state() + "; begin another.");
                    }
                    CheckedDraft checked = check(draft, state, null);
                    if (!checked.isValid()) {
                        return refused(
                                Why.DRAFT_INVALID, "The document has errors.", checked.problems());
                    }
                    if (checked.closedThrough() != null && !retroactive) {
                        return refused(
                                Why.EFFECTIVE_MONTH_CLOSED,
                                String.format(
                                        Locale.ROOT,
                                        "effectiveFrom of %s is in or before %s, which is closed"
                                            + " (expected: a later month; or \"retroactive\": true,"
                                            + " and the adjustments that follow reviewed)",
                                        checked.fresh().getFirst().version(),
                                        checked.closedThrough()),
                                List.of());
                    }
                    if (draft.state() == State.PROPOSED
                            && proposedBy.equals(draft.proposedBy())
                            && draft.retroactive() == retroactive) {
                        return Step.nothing(new Answer.Taken(draft));
                    }
                    return taken(draft.proposed(proposedBy, clock.instant(), retroactive));
                });
    }

    /** Approves a proposal and publishes it, in one step; by somebody who had no hand in it. */
    public Answer approve(String draftId, String approvedBy) {
        return step(
                draftId,
                (draft, state) -> {
                    if (draft.state() == State.PUBLISHED) {
                        return Step.nothing(new Answer.Taken(draft));
                    }
                    if (draft.state() != State.PROPOSED) {
                        return refused(
                                Why.DRAFT_STATE,
                                "The draft is " + draft.state() + " (expected: PROPOSED).");
                    }
                    if (approvedBy.equals(draft.proposedBy())
                            || approvedBy.equals(draft.savedBy())) {
                        return refused(
                                Why.SAME_PERSON,
                                String.format(
                                        Locale.ROOT,
                                        "approvedBy: \"%s\" (expected: somebody else than who wrote"
                                                + " or proposed the draft)",
                                        approvedBy));
                    }
                    CheckedDraft checked = check(draft, state, approvedBy);
                    PolicyTable table = checked.table();
                    if (table == null) {
                        return refused(
                                Why.DRAFT_INVALID,
                                "What was published since it was proposed does not let it stand.",
                                checked.problems());
                    }
                    if (checked.closedThrough() != null && !draft.retroactive()) {
                        return refused(
                                Why.EFFECTIVE_MONTH_CLOSED,
                                checked.closedThrough()
                                        + " was closed since it was proposed; propose it again with"
                                        + " \"retroactive\": true.",
                                List.of());
                    }
                    PolicyDraft published =
                            draft.published(
                                    approvedBy,
                                    checked.fresh().stream()
                                            .map(version -> Tables.policyId(table, version))
                                            .toList());
                    return new Step<>(
                            new Answer.Taken(published),
                            List.of(published),
                            List.of(table),
                            checked.messages());
                });
    }

    /** Ends a draft that is not to be published. */
    public Answer withdraw(String draftId, String withdrawnBy) {
        return step(
                draftId,
                (draft, _) -> {
                    if (draft.state() == State.WITHDRAWN) {
                        return Step.nothing(new Answer.Taken(draft));
                    }
                    if (draft.state() == State.PUBLISHED) {
                        return refused(
                                Why.DRAFT_STATE,
                                "The draft is PUBLISHED; what is published never changes, a"
                                        + " correction is a new version.");
                    }
                    return taken(draft.withdrawn(withdrawnBy));
                });
    }

    /** Holds a draft against what is published now. */
    public CheckedDraft check(PolicyDraft draft, PolicyState state) {
        return check(draft, state, null);
    }

    private CheckedDraft check(PolicyDraft draft, PolicyState state, @Nullable String approvedBy) {
        return CheckedDraft.of(
                draft.regionCode(),
                draft.document(),
                state,
                LocalDate.now(clock.withZone(BusinessDates.CHINA)),
                draft.proposedBy(),
                approvedBy);
    }

    private Answer step(
            String draftId, BiFunction<PolicyDraft, PolicyState, Step<Answer>> decision) {
        return journal.decide(state ->
                state.draft(draftId)
                        .map(draft -> decision.apply(draft, state))
                        .orElseGet(() ->
                                refused(
                                        Why.DRAFT_NOT_FOUND,
                                        "There is no draft "
                                                + draftId
                                                + "; GET /api/policies/drafts lists them.")));
    }

    private static Step<Answer> taken(PolicyDraft draft) {
        return Step.of(new Answer.Taken(draft), draft);
    }

    private static Step<Answer> refused(Why why, String detail) {
        return refused(why, detail, List.of());
    }

    private static Step<Answer> refused(Why why, String detail, List<FileProblem> problems) {
        return Step.nothing(new Answer.Refused(why, detail, problems));
    }
}
