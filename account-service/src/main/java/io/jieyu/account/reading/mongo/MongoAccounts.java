package io.jieyu.account.reading.mongo;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.reading.Entry;
import io.jieyu.account.reading.EntryFilter;
import io.jieyu.account.reading.Totals;
import io.jieyu.codec.Json;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class MongoAccounts implements Accounts {

    /** The character after the dash of an account id: where the region's ids end. */
    private static final String AFTER_DASH = ".";

    private final MongoDatabase database;

    MongoAccounts(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Map<String, @Nullable Object>> state(String accountId) {
        Document found =
                database.getCollection(AccountsProjection.COLLECTION)
                        .find(
                                Filters.and(
                                        Filters.eq("_id", accountId),
                                        Filters.eq(AccountsProjection.EXISTS, true)))
                        .first();
        return Optional.ofNullable(found)
                .map(document -> state(AccountId.parse(accountId), document));
    }

    private static Map<String, @Nullable Object> state(AccountId id, Document document) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("accountId", id.toString());
        state.put("regionCode", id.regionCode());
        state.put("personId", id.personId());
        Document balances = document.get(AccountsProjection.BALANCES, Document.class);
        state.put("balanceFen", balances.getLong("currentFen") + balances.getLong("priorFen"));
        state.put("balances", balances);
        state.putAll(document.get(AccountsProjection.STATE, new Document()));
        state.put("sequence", document.getLong(AccountsProjection.SEQUENCE));
        return state;
    }

    @Override
    public List<Entry> entries(String accountId, EntryFilter filter) {
        var wanted = new ArrayList<Bson>();
        wanted.add(Filters.eq("accountId", accountId));
        wanted.add(Filters.gt("sequence", filter.after()));
        if (filter.year() != null) {
            wanted.add(Filters.eq("year", filter.year()));
        }
        if (filter.kind() != null) {
            wanted.add(Filters.eq("kind", filter.kind()));
        }
        if (filter.outcome() != null) {
            wanted.add(Filters.eq("outcome", filter.outcome().name()));
        }
        return database.getCollection(EntriesProjection.COLLECTION)
                .find(Filters.and(wanted))
                .sort(Sorts.ascending("sequence"))
                .limit(filter.limit())
                .map(MongoAccounts::entry)
                .into(new ArrayList<>());
    }

    @Override
    public List<String> statement(String accountId, long upTo) {
        return database.getCollection(EntriesProjection.COLLECTION)
                .find(
                        Filters.and(
                                Filters.eq("accountId", accountId), Filters.lte("sequence", upTo)))
                .sort(Sorts.ascending("sequence"))
                .map(document ->
                        new String(
                                document.get(EntriesProjection.RECORD, Binary.class).getData(),
                                StandardCharsets.UTF_8))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Entry> entry(String accountId, long sequence) {
        return Optional.ofNullable(
                        database.getCollection(EntriesProjection.COLLECTION)
                                .find(Filters.eq("_id", EntriesProjection.id(accountId, sequence)))
                                .first())
                .map(MongoAccounts::entry);
    }

    @Override
    public Optional<Entry> entryOf(String accountId, String messageId) {
        return Optional.ofNullable(
                        database.getCollection(EntriesProjection.COLLECTION)
                                .find(
                                        Filters.and(
                                                Filters.eq("accountId", accountId),
                                                Filters.eq("messageId", messageId)))
                                .first())
                .map(MongoAccounts::entry);
    }

    @Override
    public void histories(String regionCode, String behind, HistoryReader each) {
        var found =
                database.getCollection(EntriesProjection.COLLECTION)
                        .find(
                                Filters.and(
                                        behind.isEmpty()
                                                ? Filters.gte("accountId", regionCode + "-")
                                                : Filters.gt("accountId", behind),
                                        Filters.lt("accountId", regionCode + AFTER_DASH)))
                        .sort(Sorts.ascending("accountId", "sequence"));
        String account = "";
        var records = new ArrayList<LedgerRecord>();
        try (MongoCursor<Document> entries = found.iterator()) {
            while (entries.hasNext()) {
                LedgerRecord record = entry(entries.next()).record();
                if (!record.accountId().equals(account)) {
                    if (!records.isEmpty() && !each.read(AccountId.parse(account), records)) {
                        return;
                    }
                    account = record.accountId();
                    records = new ArrayList<>();
                }
                records.add(record);
            }
        }
        if (!records.isEmpty()) {
            each.read(AccountId.parse(account), records);
        }
    }

    @Override
    public long count(String regionCode) {
        return database.getCollection(AccountsProjection.COLLECTION)
                .countDocuments(
                        Filters.and(
                                Filters.gte("_id", regionCode + "-"),
                                Filters.lt("_id", regionCode + AFTER_DASH)));
    }

    private static Entry entry(Document document) {
        byte[] bytes = document.get(EntriesProjection.RECORD, Binary.class).getData();
        return new Entry(Json.read(bytes, LedgerRecord.class), Hash.of(bytes));
    }

    @Override
    public Totals totals() {
        var ledgerAccounts = new TreeMap<String, Long>();
        for (LedgerAccount account : LedgerAccount.values()) {
            ledgerAccounts.put(account.name(), 0L);
        }
        var regions = new TreeMap<String, Map<String, Long>>();
        var outcomes = new TreeMap<String, Map<String, Long>>();
        var refusals = new TreeMap<String, Long>();
        long accounts = 0;
        for (Document partition : database.getCollection(TotalsProjection.COLLECTION).find()) {
            accounts += partition.get(TotalsProjection.ACCOUNTS, 0L);
            addAll(regions, partition.get(TotalsProjection.FEN, new Document()));
            addAll(outcomes, partition.get(TotalsProjection.OUTCOMES, new Document()));
            partition
                    .get(TotalsProjection.REFUSALS, new Document())
                    .forEach((code, count) -> refusals.merge(code, (Long) count, Math::addExact));
        }
        regions.values()
                .forEach(region ->
                        region.forEach((account, fen) ->
                                ledgerAccounts.merge(account, fen, Math::addExact)));
        long sumFen = ledgerAccounts.values().stream().mapToLong(Long::longValue).sum();
        return new Totals(ledgerAccounts, sumFen, regions, accounts, outcomes, refusals);
    }

    private static void addAll(Map<String, Map<String, Long>> sums, Document counters) {
        counters.forEach((name, inner) ->
                ((Document) inner)
                        .forEach((key, count) ->
                                sums.computeIfAbsent(name, _ -> new TreeMap<>())
                                        .merge(key, (Long) count, Math::addExact)));
    }
}
