package io.jieyu.contracts.contribution;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A contribution is taken back (冲正): everything that it posted is posted the other way; nothing is
 * edited (rulebook 6.2, 12).
 *
 * @param reversalId the sender's id of the reversal: its business key
 * @param originalType type of the contribution that is reversed
 * @param originalPeriod contribution period of the original
 * @param originalSerial collection serial of the original
 * @param reason why, in the sender's words; recorded
 */
public record ContributionReversed(
        String accountId,
        LocalDate date,
        String reversalId,
        String originalType,
        YearMonth originalPeriod,
        String originalSerial,
        String reason) {}
