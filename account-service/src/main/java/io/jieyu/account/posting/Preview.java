package io.jieyu.account.posting;

import io.jieyu.ledger.decision.Applied;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the close of a region's open month would make of a stretch of its accounts if it came now
 * (rulebook 10.9, 16.2). Nothing happens.
 *
 * @param period the open month; null while no month of the region was ever closed, nothing is then
 *     previewed
 * @param looked how many accounts were looked at
 * @param found those that are told something, in account order
 * @param last the last account looked at, to go on behind it; null when the partition has no more
 */
public record Preview(
        @Nullable YearMonth period, long looked, List<Applied> found, @Nullable String last) {}
