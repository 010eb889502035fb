package io.jieyu.contracts.policy;

import io.jieyu.ledger.Hash;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a retroactive version makes of months that are posted, on its way to the accounts: asked
 * for, approved by a second person, posted as true-ups (rulebook 6.3).
 *
 * @param policyId the version
 * @param date the business date of the true-ups
 * @param count adjustments in the list
 * @param creditFen what they credit together
 * @param debitFen what they take back together
 * @param digest SHA-256 over the list that was reviewed
 * @param approvedBy null until it is approved
 */
public record PolicyAdjustments(
        String policyId,
        String regionCode,
        State state,
        LocalDate date,
        long count,
        long creditFen,
        long debitFen,
        Hash digest,
        String requestedBy,
        @Nullable String approvedBy) {

    /** How far it is. */
    public enum State {
        REQUESTED,
        /** The true-ups are being written; asked again, the rest is. */
        APPROVED,
        POSTED
    }
}
