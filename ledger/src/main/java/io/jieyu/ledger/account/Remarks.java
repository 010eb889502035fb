package io.jieyu.ledger.account;

import io.jieyu.ledger.RefusalCode;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a history remembers of refused contributions, for its explanations (rulebook 16.1); it
 * decides nothing.
 *
 * @param lastRefusal code of the last refused contribution; null when none was refused
 * @param mismatched periods refused with IDENTITY_MISMATCH and not accepted since
 */
public record Remarks(@Nullable RefusalCode lastRefusal, SortedSet<YearMonth> mismatched) {

    public static final Remarks NONE = new Remarks(null, Collections.emptySortedSet());

    public Remarks refused(RefusalCode code, @Nullable YearMonth period) {
        var more = new TreeSet<>(mismatched);
        if (code == RefusalCode.IDENTITY_MISMATCH && period != null) {
            more.add(period);
        }
        return new Remarks(code, Collections.unmodifiableSortedSet(more));
    }

    public Remarks accepted(@Nullable YearMonth period) {
        if (period == null || !mismatched.contains(period)) {
            return this;
        }
        var fewer = new TreeSet<>(mismatched);
        fewer.remove(period);
        return new Remarks(lastRefusal, Collections.unmodifiableSortedSet(fewer));
    }
}
