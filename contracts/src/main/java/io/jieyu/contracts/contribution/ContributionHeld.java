package io.jieyu.contracts.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contribution line that passed the intake and waits for a new table: the region holds the
 * credits of months after its table's date of review (policy-format 4.8, {@code afterReviewBy}).
 *
 * @param messageId of the line
 * @param period its contribution period
 * @param policyId the table that is over
 * @param reviewBy its date of review
 * @param line the fields that go to the account, as {@link ContributionReceived} has them
 */
public record ContributionHeld(
        String messageId,
        String accountId,
        YearMonth period,
        String policyId,
        LocalDate reviewBy,
        Map<String, @Nullable Object> line) {}
