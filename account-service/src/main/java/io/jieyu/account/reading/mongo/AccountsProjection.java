package io.jieyu.account.reading.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest state of each account: the changes of its records, laid one over the other. A batch
 * becomes one write an account, guarded by the sequence of its last record.
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
    public List<WriteModel<Document>> writes(List<ConsumerRecord<String, byte[]>> batch) {
        var accounts = new LinkedHashMap<String, Newest>();
        LedgerTopic.entries(batch).stream()
                .filter(LedgerTopic::isOfAccount)
                .map(Entry::record)
                .forEach(record ->
                        accounts.computeIfAbsent(record.accountId(), _ -> new Newest())
                                .add(record));
        var writes = new ArrayList<WriteModel<Document>>();
        accounts.forEach((id, newest) -> writes.add(newest.write(id)));
        return writes;
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
            return new UpdateOneModel<>(
                    Filters.and(Filters.eq("_id", id), Filters.lt(SEQUENCE, sequence)),
                    Updates.combine(updates),
                    UPSERT);
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
