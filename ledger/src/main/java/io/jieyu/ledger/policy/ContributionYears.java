package io.jieyu.ledger.policy;

import io.jieyu.ledger.Sex;

/** Years of contributions that a retirement with flat credits needs (rulebook 6.9). */
public record ContributionYears(long male, long female) {

    public long of(Sex sex) {
        return switch (sex) {
            case MALE -> male;
            case FEMALE -> female;
        };
    }
}
