package io.jieyu.contracts.close;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How far the sweep of a close has come in a partition; the first one says that the partition has
 * accepted the close.
 *
 * @param messageId the message that closed the month
 * @param date its business date
 * @param partition of the inbox
 * @param offset of that message in it
 * @param accountsExpected accounts of the region that existed at that place
 * @param accountsSealed accounts that have applied the close so far
 */
public record CloseProgressed(
        String regionCode,
        YearMonth period,
        String messageId,
        LocalDate date,
        int partition,
        long offset,
        long accountsExpected,
        long accountsSealed) {}
