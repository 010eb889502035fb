package io.jieyu.ledger.policy;

import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of a region's document as one history accepted it (rulebook 5.9).
 *
 * @param policySet name of the set; sets are never mixed
 * @param policyId {@code "<regionCode>/<version>"}
 * @param effectiveFrom first month, inclusive; null = from the beginning
 * @param effectiveTo last month, inclusive; null = unbounded
 * @param position where the history accepted it
 */
public record PolicyVersion(
        String policySet,
        String regionCode,
        String policyId,
        @Nullable YearMonth effectiveFrom,
        @Nullable YearMonth effectiveTo,
        PolicyDocument document,
        long position) {

    boolean covers(YearMonth month) {
        return (effectiveFrom == null || !month.isBefore(effectiveFrom))
                && (effectiveTo == null || !month.isAfter(effectiveTo));
    }

    /**
     * Whether it goes before another version that covers the same month: the later start, then the
     * later publication.
     */
    boolean precedes(PolicyVersion other) {
        if (Objects.equals(effectiveFrom, other.effectiveFrom)) {
            return position > other.position;
        }
        return other.effectiveFrom == null
                || (effectiveFrom != null && effectiveFrom.isAfter(other.effectiveFrom));
    }
}
