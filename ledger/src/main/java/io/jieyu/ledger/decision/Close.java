package io.jieyu.ledger.decision;

import io.jieyu.ledger.policy.Policies;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month of a region that was closed (月结, rulebook 6.23).
 *
 * @param messageId the message that closed it
 * @param date its business date, recorded only
 * @param position its place in the history
 * @param policies as they were known at that place
 */
public record Close(
        String regionCode,
        YearMonth period,
        String messageId,
        LocalDate date,
        long position,
        Policies policies) {}
