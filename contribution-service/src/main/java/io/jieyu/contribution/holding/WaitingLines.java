package io.jieyu.contribution.holding;

import java.time.YearMonth;
import java.util.Optional;

/** The lines that wait. */
public interface WaitingLines {

    /**
     * The table for whose successor a line has to wait: that of its own month, or that of lines of
     * its region that are about to go and stand before it.
     */
    Optional<Overdue> before(String regionCode, YearMonth period);
}
