package io.jieyu.contracts.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to publication, as it stands after somebody's step: a whole new value each
 * time, so that the topic is the draft's history.
 *
 * @param draftId such as {@code 110000-3}
 * @param revision from 1, one more with each step
 * @param document the text as it was sent, YAML or JSON
 * @param retroactive whether it may begin in a month that is closed
 * @param proposedBy null until it is proposed
 * @param approvedBy the second person; null until it is published
 * @param policyIds the versions that its publication made; empty until then
 */
public record PolicyDraft(
        String draftId,
        int revision,
        String policySet,
        String regionCode,
        State state,
        String document,
        boolean retroactive,
        String savedBy,
        Instant savedAt,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable String withdrawnBy,
        List<String> policyIds) {

    /** How far it is. */
    public enum State {
        /** Being written; it may have errors. */
        DRAFT,
        /** Without errors, and waits for a second person. */
        PROPOSED,
        PUBLISHED,
        WITHDRAWN
    }

    public PolicyDraft {
        policyIds = List.copyOf(policyIds);
    }

    /** A draft at its beginning. */
    public static PolicyDraft begun(
            String draftId,
            String policySet,
            String regionCode,
            String document,
            String savedBy,
            Instant savedAt) {
        return new PolicyDraft(
                draftId,
                1,
                policySet,
                regionCode,
                State.DRAFT,
                document,
                false,
                savedBy,
                savedAt,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** Another text: what was proposed is a draft again. */
    public PolicyDraft rewritten(String text, String by, Instant at) {
        return new PolicyDraft(
                draftId,
                revision + 1,
                policySet,
                regionCode,
                State.DRAFT,
                text,
                false,
                by,
                at,
                null,
                null,
                null,
                null,
                List.of());
    }

    public PolicyDraft proposed(String by, Instant at, boolean asRetroactive) {
        return new PolicyDraft(
                draftId,
                revision + 1,
                policySet,
                regionCode,
                State.PROPOSED,
                document,
                asRetroactive,
                savedBy,
                savedAt,
                by,
                at,
                null,
                null,
                List.of());
    }

    public PolicyDraft published(String by, List<String> versions) {
        return new PolicyDraft(
                draftId,
                revision + 1,
                policySet,
                regionCode,
                State.PUBLISHED,
                document,
                retroactive,
                savedBy,
                savedAt,
                proposedBy,
                proposedAt,
                by,
                null,
                versions);
    }

    public PolicyDraft withdrawn(String by) {
        return new PolicyDraft(
                draftId,
                revision + 1,
                policySet,
                regionCode,
                State.WITHDRAWN,
                document,
                retroactive,
                savedBy,
                savedAt,
                proposedBy,
                proposedAt,
                null,
                by,
                List.of());
    }

    /** Whether it can still change. */
    public boolean isOpen() {
        return state == State.DRAFT || state == State.PROPOSED;
    }
}
