package io.jieyu.account.closing;

import java.time.YearMonth;

/** Which months end an account year, by the tables in force. */
public interface YearEnds {

    /**
     * Whether an account year of the region begins with the month after this one (rulebook 8.6).
     */
    boolean isYearEnd(String regionCode, YearMonth period);
}
