package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** An amount a month, from month to month, such as the regional average wage. */
public record MonthlyFigures(List<Row> rows) {

    /** The figure from a month on. */
    public record Row(YearMonth from, long monthlyFen) implements DatedRow {}

    public MonthlyFigures {
        rows = List.copyOf(rows);
    }

    /** The figure of the period; empty while it is not known. */
    public Optional<Long> monthlyFen(YearMonth period) {
        return DatedRow.of(rows, period).map(Row::monthlyFen);
    }
}
