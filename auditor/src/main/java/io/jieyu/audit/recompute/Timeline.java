package io.jieyu.audit.recompute;

import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.policy.Policies;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the broadcasts of a partition had told at each of its places. */
final class Timeline {

    private final List<Long> positions = new ArrayList<>();
    private final List<Announced> told = new ArrayList<>();
    private final Map<Long, Long> timestamps = new HashMap<>();
    private final Announced beginning;

    Timeline(Closes beginning) {
        this.beginning = new Announced(Policies.NONE, beginning);
    }

    /** A broadcast was accepted. */
    void add(long position, long timestamp, Announced announced) {
        positions.add(position);
        told.add(announced);
        timestamps.put(position, timestamp);
    }

    /** Everything that was told. */
    Announced all() {
        return told.isEmpty() ? beginning : told.getLast();
    }

    /** What had been told before the position. */
    Announced before(long position) {
        int low = 0;
        int high = positions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (positions.get(middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? beginning : told.get(low - 1);
    }

    /** The time of the message that closed the month. */
    long timestamp(Close close) {
        return timestamps.getOrDefault(close.position(), 0L);
    }

    /** Where the region's month was closed; empty when it was not. */
    OptionalLong closed(String regionCode, YearMonth period) {
        return all().closes().of(regionCode).stream()
                .filter(close -> close.period().equals(period))
                .mapToLong(Close::position)
                .findFirst();
    }
}
