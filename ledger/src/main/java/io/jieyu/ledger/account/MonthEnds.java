package io.jieyu.ledger.account;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Posting;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The closed months of the account and what interest needs of them (rulebook 4.1, 5.7).
 *
 * @param lastClosed last close that was applied; null before the region's first
 * @param laterDeltas what was posted in months after it; not to be changed
 * @param productCurrent month product (月积数) of CURRENT in the running account year, fen-months
 * @param productPrior the same of PRIOR
 */
public record MonthEnds(
        @Nullable YearMonth lastClosed,
        NavigableMap<YearMonth, Delta> laterDeltas,
        long productCurrent,
        long productPrior) {

    /** Signed fen; {@code receivableFen} is positive when the debt grows. */
    public record Delta(long currentFen, long priorFen, long receivableFen) {

        public static final Delta NONE = new Delta(0, 0, 0);

        public Delta plus(Delta other) {
            return new Delta(
                    Math.addExact(currentFen, other.currentFen),
                    Math.addExact(priorFen, other.priorFen),
                    Math.addExact(receivableFen, other.receivableFen));
        }

        static Delta between(Balances before, Balances after) {
            return new Delta(
                    Math.subtractExact(after.currentFen(), before.currentFen()),
                    Math.subtractExact(after.priorFen(), before.priorFen()),
                    Math.subtractExact(after.receivableFen(), before.receivableFen()));
        }
    }

    public static MonthEnds startingAfter(@Nullable YearMonth lastClosed) {
        return new MonthEnds(lastClosed, Collections.emptyNavigableMap(), 0, 0);
    }

    /** Notes what the posting moved, if its month is not closed. */
    MonthEnds after(Posting posting, Balances before, Balances after) {
        Delta delta = Delta.between(before, after);
        if (delta.equals(Delta.NONE)) {
            return this;
        }
        YearMonth month = YearMonth.from(posting.date());
        if (lastClosed != null && !month.isAfter(lastClosed)) {
            return this;
        }
        var grown = new TreeMap<>(laterDeltas);
        grown.merge(month, delta, Delta::plus);
        return new MonthEnds(
                lastClosed,
                Collections.unmodifiableNavigableMap(grown),
                productCurrent,
                productPrior);
    }

    /** What was moved in months after this one. */
    public Delta after(YearMonth month) {
        return laterDeltas.tailMap(month, false).values().stream().reduce(Delta.NONE, Delta::plus);
    }

    /** One more month end of this much. */
    public MonthEnds accrued(long currentFen, long priorFen) {
        return new MonthEnds(
                lastClosed,
                laterDeltas,
                Math.addExact(productCurrent, currentFen),
                Math.addExact(productPrior, priorFen));
    }

    /** The month is closed; what was moved up to its end is no longer needed. */
    public MonthEnds closed(YearMonth month) {
        return new MonthEnds(
                month,
                laterDeltas.isEmpty() || laterDeltas.firstKey().isAfter(month)
                        ? laterDeltas
                        : Collections.unmodifiableNavigableMap(
                                new TreeMap<>(laterDeltas.tailMap(month, false))),
                productCurrent,
                productPrior);
    }

    public MonthEnds withoutProducts() {
        return new MonthEnds(lastClosed, laterDeltas, 0, 0);
    }
}
