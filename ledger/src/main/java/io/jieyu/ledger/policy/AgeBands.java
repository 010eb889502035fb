package io.jieyu.ledger.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures by age: half-open bands of whole years without gap or overlap (policy-format 5).
 *
 * @param <T> the figure of a band
 */
public record AgeBands<T>(List<Band<T>> bands) {

    /**
     * One band.
     *
     * @param maxAgeExclusive null for the last
     */
    public record Band<T>(long minAge, @Nullable Long maxAgeExclusive, T figure) {

        boolean holds(int age) {
            return minAge <= age && (maxAgeExclusive == null || age < maxAgeExclusive);
        }
    }

    public AgeBands {
        bands = List.copyOf(bands);
    }

    /** The figure of the age; empty when no band holds it. */
    public Optional<T> of(int age) {
        for (Band<T> band : bands) {
            if (band.holds(age)) {
                return Optional.of(band.figure());
            }
        }
        return Optional.empty();
    }
}
