package io.jieyu.contracts.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A contribution line that passed the intake, on its way to its account: the fields of {@link
 * ContributionSubmitted} as they were sent, and the batch it came in.
 *
 * @param batchId of the sender, when the line came in a batch; recorded only
 * @param lineNumber its place in the batch, from 1
 */
public record ContributionReceived(
        String accountId,
        LocalDate date,
        String type,
        YearMonth period,
        String serial,
        String category,
        @Nullable String tier,
        @Nullable String payer,
        @Nullable String employerId,
        LocalDate birthDate,
        long baseFen,
        @Nullable Long personalReceivedFen,
        @Nullable Long employerReceivedFen,
        @Nullable String batchId,
        @Nullable Integer lineNumber) {}
