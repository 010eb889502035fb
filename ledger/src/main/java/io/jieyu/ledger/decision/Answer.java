package io.jieyu.ledger.decision;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first outcome under a message id, which every retry gets, for ever (rulebook 5.2).
 *
 * @param sequence of the record that holds the whole of it
 * @param result figures that the sender is answered with, such as {@code paidFen}
 * @param balances after it
 */
public record Answer(
        long sequence,
        Outcome outcome,
        @Nullable Refusal refusal,
        Map<String, Object> result,
        Balances balances) {

    static Answer of(LedgerRecord record) {
        return new Answer(
                record.sequence(),
                record.outcome(),
                record.refusal(),
                record.result(),
                record.balances());
    }
}
