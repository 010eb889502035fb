package io.jieyu.ledger;

import java.time.ZoneId;

/** What the dates of messages mean: days in China, wherever the machine stands (rulebook 5.1). */
public final class BusinessDates {

    /** Where a day begins and ends for the ledger. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private BusinessDates() {}
}
