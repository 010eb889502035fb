package io.jieyu.contracts.close;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A region's month is closed (月结, rulebook 6.23), written to every partition of the inbox.
 *
 * @param date the business date; recorded only
 * @param requestedBy who asked for the close; recorded only
 * @param confirmedBy who confirmed a year end; recorded only
 */
public record MonthClosed(
        LocalDate date,
        String regionCode,
        YearMonth period,
        @Nullable String requestedBy,
        @Nullable String confirmedBy) {}
