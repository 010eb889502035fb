package io.jieyu.ledger.decision;

import io.jieyu.ledger.account.Binding;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A history after the closes that it had yet to apply (rulebook 5.5).
 *
 * @param after where it stands now; other than before even when no close was worth a record
 * @param applied the closes, in order
 * @param bindings by business key: those that the closes made or changed
 */
public record CaughtUp(History after, List<Applied> applied, Map<String, Binding> bindings) {

    /** A history that had no close to apply. */
    static CaughtUp nothing(History history) {
        return new CaughtUp(history, List.of(), Map.of());
    }

    /** The records of the closes that changed the account, in order. */
    public List<Recorded> records() {
        return applied.stream().map(Applied::recorded).filter(Objects::nonNull).toList();
    }
}
