package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.List;

/** Floor and ceiling of the contribution base, month by month (缴费基数上下限, rulebook 7.2). */
public record BaseLimits(List<Row> rows) {

    /**
     * The limits from a month on.
     *
     * @param floorFen 0 where there is none
     * @param ceilingFen {@link Long#MAX_VALUE} where there is none
     */
    public record Row(YearMonth from, long floorFen, long ceilingFen) implements DatedRow {}

    public BaseLimits {
        rows = List.copyOf(rows);
    }

    /** The base that counts; as declared where the period has no limits. */
    public long clamp(long baseFen, YearMonth period) {
        return DatedRow.of(rows, period)
                .map(row -> Math.min(Math.max(baseFen, row.floorFen), row.ceilingFen))
                .orElse(baseFen);
    }
}
