package io.jieyu.ledger.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the account at least once, for its explanations (rulebook 16.1).
 *
 * @param credited whether a posting ever reached CURRENT, PRIOR or RECEIVABLE
 * @param spent whether a spend was ever paid
 * @param carriedOn date of the last carry
 */
public record Milestones(boolean credited, boolean spent, @Nullable LocalDate carriedOn) {

    public static final Milestones NONE = new Milestones(false, false, null);

    Milestones reached() {
        return credited ? this : new Milestones(true, spent, carriedOn);
    }

    public Milestones paid() {
        return spent ? this : new Milestones(credited, true, carriedOn);
    }

    Milestones carried(LocalDate day) {
        return new Milestones(credited, spent, day);
    }
}
