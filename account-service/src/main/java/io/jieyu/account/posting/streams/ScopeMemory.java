package io.jieyu.account.posting.streams;

import static io.jieyu.account.posting.stored.OutcomeIndex.By.BUSINESS_KEY;
import static io.jieyu.account.posting.stored.OutcomeIndex.By.MESSAGE_ID;

import io.jieyu.account.posting.stored.OutcomeBlock;
import io.jieyu.account.posting.stored.OutcomeIndex;
import io.jieyu.account.posting.stored.StoredHistory;
import io.jieyu.account.posting.stored.StoredOutcome;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Memory;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What one scope remembers, as of its row in the store of histories. */
final class ScopeMemory implements Memory {

    /** A row of the outcomes and its number. */
    record Found(int number, StoredOutcome row) {}

    private final String scope;
    private final StoredHistory stored;
    private final ReadOnlyKeyValueStore<String, byte[]> outcomes;

    /**
     * A memory.
     *
     * @param value the scope's row; null when nothing has come to it yet
     */
    ScopeMemory(
            String scope, byte @Nullable [] value, ReadOnlyKeyValueStore<String, byte[]> outcomes) {
        this.scope = scope;
        this.stored = value == null ? StoredHistory.EMPTY : StoredHistory.read(scope, value);
        this.outcomes = outcomes;
    }

    String scope() {
        return scope;
    }

    History history() {
        return stored.history();
    }

    StoredHistory stored() {
        return stored;
    }

    @Override
    public @Nullable Answer answer(String ofScope, String messageId) {
        Found found = find(MESSAGE_ID, messageId);
        return found == null ? null : found.row.answer();
    }

    @Override
    public @Nullable Binding binding(String ofScope, String businessKey) {
        Found found = bound(businessKey);
        return found == null ? null : found.row.binding();
    }

    /** The row in which the business key stands; null when it is free. */
    @Nullable Found bound(String businessKey) {
        return find(BUSINESS_KEY, businessKey);
    }

    private @Nullable Found find(OutcomeIndex.By by, String wanted) {
        OutcomeIndex page = stored.index();
        while (true) {
            int number = page.rowBehind(-1, by, wanted);
            while (number >= 0) {
                StoredOutcome row = block(number).row(number);
                if (wanted.equals(by.of(row))) {
                    return new Found(number, row);
                }
                number = page.rowBehind(number, by, wanted);
            }
            if (page.page() == 0) {
                return null;
            }
            page = OutcomeIndex.read(value(AccountStores.pageKey(scope, page.page() - 1)));
        }
    }

    /** The block in which the row is. */
    private OutcomeBlock block(int row) {
        return stored.index().isInNewestBlock(row)
                ? stored.newest()
                : OutcomeBlock.read(value(AccountStores.blockKey(scope, row)));
    }

    private byte[] value(String key) {
        byte[] value = outcomes.get(key);
        if (value == null) {
            throw new IllegalStateException("the store of outcomes has no " + key);
        }
        return value;
    }
}
