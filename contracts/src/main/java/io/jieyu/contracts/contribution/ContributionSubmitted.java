package io.jieyu.contracts.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A contribution line as a payroll system sends it (rulebook 6.1); its message id is the
 * CloudEvents id.
 *
 * @param accountId {@code "<regionCode>-<personId>"}
 * @param date the day on which the money was received
 * @param type REGULAR pays an open period, BACK_PAYMENT a closed one
 * @param period contribution period (费款所属期)
 * @param serial collection serial of the sender
 * @param category EMPLOYEE, FLEXIBLE or RESIDENT
 * @param tier POOLED_AND_ACCOUNT (default) or, for FLEXIBLE, POOLED_ONLY
 * @param payer EMPLOYER or INDIVIDUAL; default by category
 * @param employerId unified social credit code
 * @param baseFen declared base (缴费基数), 0 for RESIDENT
 * @param personalReceivedFen collected from the person; null = not told
 * @param employerReceivedFen collected from the employer; null = 0
 */
public record ContributionSubmitted(
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
        @Nullable Long employerReceivedFen) {}
