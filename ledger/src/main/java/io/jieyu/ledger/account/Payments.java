package io.jieyu.ledger.account;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which periods are paid (rulebook 4.1, 4.2).
 *
 * @param periods payment status by contribution period; not to be changed
 * @param contributionMonths accepted periods, less reversed ones
 * @param lastBaseFen clamped base of the last accepted REGULAR contribution
 * @param liableFrom first month in which non-payment counts
 * @param lastKey business key of the last accepted contribution, or of its replacement
 * @param lastRegularKey the same of the last REGULAR one
 */
public record Payments(
        NavigableMap<YearMonth, PeriodRecord> periods,
        int contributionMonths,
        long lastBaseFen,
        @Nullable YearMonth liableFrom,
        @Nullable String lastKey,
        @Nullable String lastRegularKey) {

    public static final Payments NONE =
            new Payments(Collections.emptyNavigableMap(), 0, 0, null, null, null);

    public @Nullable PeriodRecord period(YearMonth month) {
        return periods.get(month);
    }

    /** Whether some other period of the same run of unpaid months is still unpaid. */
    public boolean anyMissedOf(YearMonth runStart) {
        return periods.tailMap(runStart, true).values().stream()
                .anyMatch(record -> record.isMissed() && runStart.equals(record.runStart()));
    }

    /** Whether an older period of the same run is still unpaid. */
    public boolean anyMissedBefore(YearMonth period, YearMonth runStart) {
        return periods.subMap(runStart, true, period, false).values().stream()
                .anyMatch(record -> record.isMissed() && runStart.equals(record.runStart()));
    }

    /** The period's record is this now. */
    public Payments with(YearMonth period, PeriodRecord record) {
        var changed = new TreeMap<>(periods);
        changed.put(period, record);
        return withPeriods(changed);
    }

    public Payments without(YearMonth period) {
        var changed = new TreeMap<>(periods);
        changed.remove(period);
        return withPeriods(changed);
    }

    /** One more accepted period, paid by this contribution. */
    public Payments counted(String key) {
        return new Payments(
                periods,
                Math.addExact(contributionMonths, 1),
                lastBaseFen,
                liableFrom,
                key,
                lastRegularKey);
    }

    /** The contribution just counted was a REGULAR one. */
    public Payments regular(String key, long baseFen) {
        return new Payments(periods, contributionMonths, baseFen, liableFrom, lastKey, key);
    }

    /** One accepted period less. */
    public Payments uncounted() {
        return new Payments(
                periods,
                Math.subtractExact(contributionMonths, 1),
                lastBaseFen,
                liableFrom,
                lastKey,
                lastRegularKey);
    }

    /** The replacement stands at the place of its original (6.2). */
    public Payments replaced(String original, String replacement, long baseFen) {
        boolean regular = original.equals(lastRegularKey);
        return new Payments(
                periods,
                Math.addExact(contributionMonths, 1),
                regular ? baseFen : lastBaseFen,
                liableFrom,
                original.equals(lastKey) ? replacement : lastKey,
                regular ? replacement : lastRegularKey);
    }

    public Payments liableFrom(@Nullable YearMonth month) {
        return Objects.equals(month, liableFrom)
                ? this
                : new Payments(
                        periods, contributionMonths, lastBaseFen, month, lastKey, lastRegularKey);
    }

    private Payments withPeriods(NavigableMap<YearMonth, PeriodRecord> changed) {
        return new Payments(
                Collections.unmodifiableNavigableMap(changed),
                contributionMonths,
                lastBaseFen,
                liableFrom,
                lastKey,
                lastRegularKey);
    }
}
