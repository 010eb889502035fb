package io.jieyu.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How far a region's months are closed at a place of the history (rulebook 5.5).
 *
 * @param lastClosed null before the first close
 * @param firstClosed month of the first close that was accepted; null before it
 */
public record RegionMonths(@Nullable YearMonth lastClosed, @Nullable YearMonth firstClosed) {

    /** The month that is open for REGULAR contributions; null when there was no close. */
    public @Nullable YearMonth open() {
        return lastClosed == null ? null : lastClosed.plusMonths(1);
    }

    public boolean isOpen(YearMonth period) {
        return lastClosed == null || period.isAfter(lastClosed);
    }

    /** Posting date of a message of that date: never in a closed month (rulebook 5.6). */
    public LocalDate postingDate(LocalDate date) {
        YearMonth open = open();
        return open == null || !date.isBefore(open.atDay(1)) ? date : open.atDay(1);
    }
}
