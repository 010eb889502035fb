package io.jieyu.account.reading;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.LedgerRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked about accounts. */
public interface Accounts {

    /**
     * The newest state as JSON fields under the rulebook's names; empty when there is no account.
     */
    Optional<Map<String, @Nullable Object>> state(String accountId);

    /** Entries in their order, refusals included, also of an account that was never opened. */
    List<Entry> entries(String accountId, EntryFilter filter);

    Optional<Entry> entry(String accountId, long sequence);

    /** The account's records up to that one, each to the byte as it stands on the topic. */
    List<String> statement(String accountId, long upTo);

    /** The entry of that message; empty while the ledger has not decided, or it is not seen yet. */
    Optional<Entry> entryOf(String accountId, String messageId);

    /**
     * The whole histories of a region's accounts, account by account in the order of their ids.
     *
     * @param behind the account to begin behind; empty to begin with the first
     */
    void histories(String regionCode, String behind, HistoryReader each);

    /** How many accounts the region has, those included that were never opened. */
    long count(String regionCode);

    /** The sums over everything that has been posted. */
    Totals totals();

    /** Takes the history of an account. */
    @FunctionalInterface
    interface HistoryReader {

        /**
         * The next account.
         *
         * @param records in their order
         * @return false to end the reading
         */
        boolean read(AccountId id, List<LedgerRecord> records);
    }
}
