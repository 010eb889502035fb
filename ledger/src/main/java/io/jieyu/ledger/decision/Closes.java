package io.jieyu.ledger.decision;

import io.jieyu.ledger.account.RegionMonths;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The closes of all regions that a history has accepted, in their order; never changed. */
public final class Closes {

    public static final Closes NONE = new Closes(Map.of(), null);

    private final Map<String, List<Close>> byRegion;
    private final @Nullable YearMonth closedBefore;

    private Closes(Map<String, List<Close>> byRegion, @Nullable YearMonth closedBefore) {
        this.byRegion = byRegion;
        this.closedBefore = closedBefore;
    }

    /**
     * For a ledger that begins with every region closed up to that month, without a message for it:
     * a story or a migration (rulebook 5.5).
     */
    public static Closes beginningAfter(YearMonth lastClosed) {
        return new Closes(Map.of(), lastClosed);
    }

    public Closes plus(Close close) {
        var grown = new HashMap<>(byRegion);
        var ofRegion = new ArrayList<>(of(close.regionCode()));
        ofRegion.add(close);
        grown.put(close.regionCode(), List.copyOf(ofRegion));
        return new Closes(Map.copyOf(grown), closedBefore);
    }

    /** How far the region's months are closed. */
    public RegionMonths months(String regionCode) {
        List<Close> closes = of(regionCode);
        return closes.isEmpty()
                ? new RegionMonths(closedBefore, null)
                : new RegionMonths(closes.getLast().period(), closes.getFirst().period());
    }

    /** The closes that an account which is closed up to there has yet to apply, in order. */
    public List<Close> after(String regionCode, @Nullable YearMonth lastClosed) {
        List<Close> closes = of(regionCode);
        if (closes.isEmpty() || closes.getLast().period().equals(lastClosed)) {
            return List.of();
        }
        int from = closes.size();
        while (from > 0
                && (lastClosed == null || closes.get(from - 1).period().isAfter(lastClosed))) {
            from--;
        }
        return closes.subList(from, closes.size());
    }

    /** Those that had been accepted before the position. */
    public Closes asOf(long position) {
        var earlier = new HashMap<String, List<Close>>();
        byRegion.forEach((region, closes) ->
                earlier.put(
                        region,
                        closes.stream().filter(close -> close.position() < position).toList()));
        return new Closes(Map.copyOf(earlier), closedBefore);
    }

    /** The closes of all regions. */
    public List<Close> all() {
        return byRegion.values().stream().flatMap(List::stream).toList();
    }

    /** All closes of the region, in order. */
    public List<Close> of(String regionCode) {
        return byRegion.getOrDefault(regionCode, List.of());
    }
}
