package io.jieyu.account.closing;

import io.jieyu.account.tables.PublishedTables;
import io.jieyu.ledger.policy.PolicyBook;
import java.time.YearMonth;

/** By the published tables. */
public final class TableYearEnds implements YearEnds {

    private final PublishedTables tables;

    public TableYearEnds(PublishedTables tables) {
        this.tables = tables;
    }

    @Override
    public boolean isYearEnd(String regionCode, YearMonth period) {
        return new PolicyBook(tables.policies(), regionCode)
                .startsAccountYear(period.plusMonths(1));
    }
}
