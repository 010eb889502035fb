package io.jieyu.ledger.decision;

import io.jieyu.ledger.policy.Policies;

/** What broadcasts have told a history so far: policy versions and closes (rulebook 5.1). */
public record Announced(Policies policies, Closes closes) {

    public static final Announced NOTHING = new Announced(Policies.NONE, Closes.NONE);

    /** What had been told before the position. */
    public Announced asOf(long position) {
        return new Announced(policies.asOf(position), closes.asOf(position));
    }
}
