package io.jieyu.account.reading;

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

    /** The sums over everything that has been posted. */
    Totals totals();
}
