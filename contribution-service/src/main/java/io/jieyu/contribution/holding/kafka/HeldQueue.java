package io.jieyu.contribution.holding.kafka;

import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contribution.holding.Overdue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines of a region that wait in a partition, in their order. */
final class HeldQueue {

    private final Map<Long, Place> waiting = new TreeMap<>();
    private @Nullable Overdue last;

    /** Whose line, and of which month. */
    private record Place(String accountId, YearMonth period) {}

    synchronized void add(long offset, ContributionHeld held) {
        waiting.put(offset, new Place(held.accountId(), held.period()));
        last = new Overdue(held.policyId(), held.reviewBy());
    }

    synchronized void released(Collection<Long> offsets) {
        waiting.keySet().removeAll(new HashSet<>(offsets));
    }

    /**
     * The table that the last of the queue waited for, while somebody in it may go and has not gone
     * yet: who comes now stands behind.
     */
    synchronized Optional<Overdue> leaving(Predicate<YearMonth> mayGo) {
        return waiting.values().stream().map(Place::period).anyMatch(mayGo)
                ? Optional.ofNullable(last)
                : Optional.empty();
    }

    /** The offsets of those who may go; nobody passes an earlier line of the same account. */
    synchronized List<Long> going(Predicate<YearMonth> mayGo) {
        var going = new ArrayList<Long>();
        var staying = new HashSet<String>();
        waiting.forEach((offset, place) -> {
            if (!mayGo.test(place.period())) {
                staying.add(place.accountId());
            } else if (!staying.contains(place.accountId())) {
                going.add(offset);
            }
        });
        return going;
    }
}
