package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A row of a dated list: it holds from its month to the next row's. */
interface DatedRow {

    YearMonth from();

    /** The last row that begins in the period or before it. */
    static <R extends DatedRow> Optional<R> of(List<R> rows, YearMonth period) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!rows.get(i).from().isAfter(period)) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    /** Each row begins after the one before. */
    static <R extends DatedRow> boolean inOrder(List<R> rows, Spot spot) {
        int before = spot.problems().size();
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).from().isAfter(rows.get(i - 1).from())) {
                new Spot(
                                String.format(Locale.ROOT, "%s[%d].from", spot.path(), i),
                                rows.get(i).from().toString(),
                                true,
                                spot.problems())
                        .expected("a month after \"" + rows.get(i - 1).from() + "\"");
            }
        }
        return spot.problems().size() == before;
    }
}
