package io.jieyu.ledger.policy;

import static io.jieyu.ledger.policy.FieldReader.fen;
import static io.jieyu.ledger.policy.FieldReader.list;
import static io.jieyu.ledger.policy.FieldReader.month;
import static io.jieyu.ledger.policy.FieldReader.number;
import static io.jieyu.ledger.policy.FieldReader.object;
import static io.jieyu.ledger.policy.PolicyField.ordered;

/** Reads lists whose rows hold from a month on. */
final class DatedLists {

    private DatedLists() {}

    static FieldReader<MonthlyFigures> monthlyFigures() {
        FieldReader<MonthlyFigures.Row> row =
                object(
                        ordered("from", month(), "monthlyFen", number(1, Long.MAX_VALUE)),
                        parts ->
                                new MonthlyFigures.Row(
                                        parts.get("from"), parts.<Long>get("monthlyFen")));
        return list(row).and(DatedRow::inOrder).map(MonthlyFigures::new);
    }

    static FieldReader<BaseLimits> baseLimits() {
        FieldReader<BaseLimits.Row> row =
                object(
                                ordered(
                                        "from",
                                        month(),
                                        "floorFen",
                                        fen(0).orNull(0L),
                                        "ceilingFen",
                                        fen(0).orNull(Long.MAX_VALUE)),
                                parts ->
                                        new BaseLimits.Row(
                                                parts.get("from"),
                                                parts.<Long>get("floorFen"),
                                                parts.<Long>get("ceilingFen")))
                        .and(DatedLists::floorBelowCeiling);
        return list(row).and(DatedRow::inOrder).map(BaseLimits::new);
    }

    private static boolean floorBelowCeiling(BaseLimits.Row row, Spot spot) {
        if (row.floorFen() < row.ceilingFen()) {
            return true;
        }
        spot.at("ceilingFen").expected("over floorFen " + row.floorFen());
        return false;
    }
}
