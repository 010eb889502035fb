package io.jieyu.contribution.intake;

import io.jieyu.contracts.contribution.ContributionRejected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line after the check. */
public sealed interface CheckedLine {

    /**
     * On its way to its account.
     *
     * @param fields as they were sent, those that nobody knows included, with the batch they came
     *     in
     */
    record Received(String messageId, String accountId, Map<String, @Nullable Object> fields)
            implements CheckedLine {}

    record Rejected(ContributionRejected rejection) implements CheckedLine {}
}
