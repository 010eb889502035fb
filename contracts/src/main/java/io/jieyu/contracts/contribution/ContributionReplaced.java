package io.jieyu.contracts.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A contribution is taken back and another stands in its place (更正), in one record (rulebook 6.2,
 * 12).
 *
 * @param reversalId the sender's id of the reversal: its business key
 * @param originalType type of the contribution that is reversed
 * @param originalPeriod contribution period of the original
 * @param originalSerial collection serial of the original
 * @param reason why, in the sender's words; recorded
 * @param replacement the new content
 */
public record ContributionReplaced(
        String accountId,
        LocalDate date,
        String reversalId,
        String originalType,
        YearMonth originalPeriod,
        String originalSerial,
        String reason,
        Replacement replacement) {

    /** The new content: the fields of a contribution (rulebook 6.1). */
    public record Replacement(
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
            @Nullable Long employerReceivedFen) {}
}
