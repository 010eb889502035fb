package io.jieyu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message, with everything that explains it (rulebook 5.4). The records of an
 * account form a chain: each names the hash of the one before, and its own hash is the SHA-256 of
 * its bytes exactly as they stand on the topic (the canonical JSON).
 *
 * @param sequence number of the record within its history, from 1, without gaps
 * @param previousHash hash of the record before, {@link Hash#ZERO} for the first
 * @param accountId the account, or {@code broadcast/<partition>} for a message to all
 * @param messageId the message that caused the record
 * @param kind its kind in the message catalogue (rulebook 6)
 * @param date its business date; null when it could not be read
 * @param outcome what became of it
 * @param refusal why, when refused; null otherwise
 * @param duplicateOf id of the first message with the same business key, when DUPLICATE; null
 *     otherwise
 * @param message the fields of the message as they came, those that the ledger ignores included
 * @param postings in order; empty unless accepted
 * @param changes the state fields that the message changed, with their new values (rulebook 4.1);
 *     money in buckets is told by {@code balances}
 * @param notices what a close tells its reader (rulebook 10.9)
 * @param result figures that the sender is answered with, such as {@code paidFen} of a spend
 * @param balances after the message
 * @param policies ids of the policy versions that were used, in the order of their first use
 */
public record LedgerRecord(
        long sequence,
        Hash previousHash,
        String accountId,
        String messageId,
        String kind,
        @Nullable LocalDate date,
        Outcome outcome,
        @Nullable Refusal refusal,
        @Nullable String duplicateOf,
        Map<String, @Nullable Object> message,
        List<Posting> postings,
        Map<String, @Nullable Object> changes,
        List<Notice> notices,
        Map<String, Object> result,
        Balances balances,
        List<String> policies) {

    public LedgerRecord {
        if (sequence < 1) {
            throw new IllegalStateException("sequence: " + sequence + " (expected: >= 1)");
        }
        if ((outcome == Outcome.REFUSED) != (refusal != null)) {
            throw new IllegalStateException(
                    "refusal: " + refusal + " (expected: exactly when " + outcome + " is REFUSED)");
        }
        if ((outcome == Outcome.DUPLICATE) != (duplicateOf != null)) {
            throw new IllegalStateException(
                    "duplicateOf: "
                            + duplicateOf
                            + " (expected: exactly when "
                            + outcome
                            + " is DUPLICATE)");
        }
        if (outcome != Outcome.ACCEPTED && !(postings.isEmpty() && changes.isEmpty())) {
            throw new IllegalStateException(outcome + " with effects (expected: none)");
        }
        postings = List.copyOf(postings);
        // a record of before the closes has neither
        notices = List.copyOf(Objects.requireNonNullElse(notices, List.of()));
        result = Objects.requireNonNullElse(result, Map.of());
        policies = List.copyOf(policies);
    }
}
