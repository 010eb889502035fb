package io.jieyu.ledger.decision;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.account.Binding;
import java.util.Map;

/**
 * A new record, and everything that must be remembered with it.
 *
 * @param json the record as it stands on the topic; its SHA-256 is the head of {@code after}
 * @param after where the history stands now
 * @param bindings by business key: those that are new and those whose booking has changed
 */
public record Recorded(
        LedgerRecord record, RecordJson json, History after, Map<String, Binding> bindings) {

    /** What a retry of the message gets. */
    public Answer answer() {
        return Answer.of(record);
    }
}
