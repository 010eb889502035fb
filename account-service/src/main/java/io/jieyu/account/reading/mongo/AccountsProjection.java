package io.jieyu.account.reading.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.jieyu.account.reading.Entry;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.servicekit.projection.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest state of each account: the changes of its records, laid one over the other. A batch
 * becomes one write an account, and none when the newer state is there already: the projector is
 * the only one who writes.
 */
@Component
class AccountsProjection implements Projection {

    static final String COLLECTION = "accounts";
    static final String SEQUENCE = "sequence";
    static final String STATE = "state";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public List<Topic> topics() {
        return LedgerTopic.TOPICS;
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        // Accounts are found by their id alone.
    }

    @Override
    public List<WriteModel<Document>> writes(
            List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection) {
        var accounts = new LinkedHashMap<String, Newest>();
        LedgerTopic.entries(batch).stream()
                .filter(LedgerTopic::isOfAccount)
                .map(Entry::record)
                .forEach(record ->
                        accounts.computeIfAbsent(record.accountId(), _ -> new Newest())
                                .add(record));
        Map<String, Long> shown = sequences(collection, accounts.keySet());
        return accounts.entrySet().stream()
                .filter(account ->
                        account.getValue().sequence > shown.getOrDefault(account.getKey(), 0L))
                .map(account -> account.getValue().write(account.getKey()))
                .toList();
    }

    private static Map<String, Long> sequences(
            MongoCollection<Document> collection, Set<String> ids) {
        var sequences = new HashMap<String, Long>();
        collection
                .find(Filters.in("_id", ids))
                .projection(Projections.include(SEQUENCE))
                .forEach(document ->
                        sequences.put(document.getString("_id"), document.getLong(SEQUENCE)));
        return sequences;
    }

    /** What the records of a batch leave of one account. */
    private static final class Newest {

        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        private long sequence;
        private boolean exists;
        private Balances balances = Balances.ZERO;

        void add(LedgerRecord record) {
            sequence = record.sequence();
            balances = record.balances();
            exists |= record.outcome() == Outcome.ACCEPTED;
            record.changes()
                    .forEach((field, value) -> {
                        if (value instanceof Map<?, ?> parts) {
                            parts.forEach((part, inner) -> fields.put(field + "." + part, inner));
                        } else {
                            fields.put(field, value);
                        }
                    });
        }

        WriteModel<Document> write(String id) {
            var updates = new ArrayList<Bson>();
            updates.add(Updates.set(SEQUENCE, sequence));
            if (exists) {
                updates.add(Updates.set("exists", true));
            }
            updates.add(Updates.set("regionCode", AccountId.parse(id).regionCode()));
            updates.add(Updates.set("balances", document(balances)));
            fields.forEach(
                    (field, value) -> updates.add(Updates.set(STATE + "." + field, bson(value))));
            return new UpdateOneModel<>(Filters.eq("_id", id), Updates.combine(updates), UPSERT);
        }

        private static Document document(Balances balances) {
            return new Document("currentFen", balances.currentFen())
                    .append("priorFen", balances.priorFen())
                    .append("suspenseFen", balances.suspenseFen())
                    .append("inTransitFen", balances.inTransitFen())
                    .append("receivableFen", balances.receivableFen());
        }

        private static @Nullable Object bson(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                var document = new Document();
                map.forEach((key, inner) -> document.append((String) key, bson(inner)));
                return document;
            }
            return value;
        }
    }
}
