package io.jieyu.ledger.account;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A credit that waits for a card or an administrative hold (挂账, rulebook 3.4).
 *
 * @param entryId the causing message and the number of the credit in it
 * @param owner business key of the booking that the credit belongs to; null when no booking does
 */
public record SuspenseEntry(
        String entryId, long amountFen, YearMonth period, @Nullable String owner) {

    SuspenseEntry reducedBy(long fen) {
        return new SuspenseEntry(entryId, Math.subtractExact(amountFen, fen), period, owner);
    }
}
