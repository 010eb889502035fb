package io.jieyu.contracts.contribution;

import java.util.List;

/**
 * Lines of a region that waited in a partition have gone to their accounts, each account's in their
 * order.
 *
 * @param partition of the held lines
 * @param offsets of those that went
 */
public record HeldReleased(String regionCode, int partition, List<Long> offsets) {

    public HeldReleased {
        offsets = List.copyOf(offsets);
    }
}
