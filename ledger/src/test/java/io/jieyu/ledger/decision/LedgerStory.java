package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.account.Account;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger in memory to which a test tells a story, message by message. */
public final class LedgerStory {

    private final MemoryLedger ledger;

    /** A story in which no month is closed. */
    public LedgerStory() {
        this.ledger = new MemoryLedger();
    }

    /** A story in which every month up to this one is closed. */
    public LedgerStory(String lastClosed) {
        this.ledger = new MemoryLedger(Closes.beginningAfter(YearMonth.parse(lastClosed)));
    }

    /** Sends a message and returns what the ledger makes of it. */
    public Decision send(
            String scope, String messageId, String kind, Map<String, @Nullable Object> fields) {
        return ledger.send(scope, messageId, kind, fields);
    }

    /** The new record; a replay has none. */
    public LedgerRecord record(
            String scope, String messageId, String kind, Map<String, @Nullable Object> fields) {
        return ((Decision.Decided) send(scope, messageId, kind, fields)).message().record();
    }

    /** Closes the month for the region of all accounts that a test speaks of. */
    public LedgerRecord close(String region, String period) {
        return record(
                "broadcast/0",
                "close/" + region + "/" + period,
                "monthClosed",
                Map.of(
                        "date",
                        YearMonth.parse(period).plusMonths(1).atDay(1).toString(),
                        "regionCode",
                        region,
                        "period",
                        period));
    }

    /** Publishes a document to be in force from the beginning. */
    public LedgerStory policy(String regionCode, Map<String, @Nullable Object> document) {
        return policy(regionCode, "A", null, null, document);
    }

    public LedgerStory policy(
            String regionCode,
            String version,
            @Nullable String from,
            @Nullable String to,
            Map<String, @Nullable Object> document) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("date", "2000-01-01");
        fields.put("policySet", "test");
        fields.put("regionCode", regionCode);
        fields.put("policyId", regionCode + "/" + version);
        fields.put("effectiveFrom", from);
        fields.put("effectiveTo", to);
        fields.put("document", document);
        LedgerRecord record =
                record("broadcast/0", "policy/" + regionCode + version, "policyPublished", fields);
        if (record.refusal() != null) {
            throw new IllegalArgumentException(record.refusal().toString());
        }
        return this;
    }

    /** Where the history stands, all closes of its region applied. */
    public History history(String scope) {
        return AccountId.isValid(scope)
                ? ledger.caughtUp(AccountId.parse(scope))
                : ledger.history(scope);
    }

    public @Nullable Account account(String scope) {
        return history(scope).account();
    }

    public List<Recorded> recorded() {
        return ledger.records();
    }

    public MemoryLedger ledger() {
        return ledger;
    }
}
