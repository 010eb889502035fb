package io.jieyu.ledger.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All holds of an account, oldest first; never changed. */
public record Holds(List<Hold> holds) {

    public static final Holds NONE = new Holds(List.of());

    public Holds {
        holds = List.copyOf(holds);
    }

    public boolean has(Hold.Kind kind) {
        return any(hold -> hold.kind() == kind);
    }

    public boolean hasCase(String caseNo) {
        return any(hold -> caseNo.equals(hold.caseNo()));
    }

    public boolean hasEffective(Hold.Kind kind, LocalDate day) {
        return any(hold -> hold.kind() == kind && hold.isEffectiveOn(day));
    }

    /** The hold that answers a spend on that day: the first by the order of their codes (13.3). */
    public Optional<Hold> decisive(LocalDate day) {
        return holds.stream()
                .filter(hold -> hold.isEffectiveOn(day))
                .min(Comparator.comparing(Hold::kind));
    }

    public Holds plus(Hold hold) {
        var more = new ArrayList<>(holds);
        more.add(hold);
        return new Holds(more);
    }

    public Holds without(Predicate<Hold> released) {
        return any(released) ? new Holds(holds.stream().filter(released.negate()).toList()) : this;
    }

    public Holds without(Hold.Kind kind) {
        return without(hold -> hold.kind() == kind);
    }

    private boolean any(Predicate<Hold> condition) {
        return holds.stream().anyMatch(condition);
    }
}
