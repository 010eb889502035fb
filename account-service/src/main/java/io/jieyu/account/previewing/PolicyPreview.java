package io.jieyu.account.previewing;

import io.jieyu.ledger.Notice;
import io.jieyu.ledger.reassessing.Adjustment;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What draft versions would do to the accounts of a region.
 *
 * @param month the month whose credits are compared: the first of the draft
 * @param accounts how many were looked at
 * @param credited how many of them would be credited in the month
 * @param before the month's credits as published, by band
 * @param after the same with the draft
 * @param close the next close; null while no month of the region was ever closed
 * @param adjustments what is posted and would be otherwise
 */
public record PolicyPreview(
        String regionCode,
        YearMonth month,
        long accounts,
        long credited,
        Credits before,
        Credits after,
        @Nullable NextClose close,
        Adjusted adjustments) {

    /**
     * Credits of a month.
     *
     * @param bands by band, in the order of their names
     */
    public record Credits(long persons, long creditFen, List<Band> bands) {}

    /** The credits of a band. */
    public record Band(String band, long persons, long creditFen) {}

    /**
     * What the close of the open month would tell, as published and with the draft.
     *
     * @param differing accounts that would be told something else
     * @param examples some of them
     */
    public record NextClose(
            YearMonth period,
            Map<Notice, Long> before,
            Map<Notice, Long> after,
            long differing,
            List<Told> examples) {}

    /** What one account would be told. */
    public record Told(String accountId, List<Notice> before, List<Notice> after) {}

    /**
     * The sum of a list of adjustments.
     *
     * @param examples the first of them
     */
    public record Adjusted(
            long months, long creditFen, long debitFen, List<AdjustedMonth> examples) {}

    /** One of them. */
    public record AdjustedMonth(String accountId, Adjustment adjustment) {}
}
