package io.jieyu.account.reading.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The newest state of each account: the changes of its records, laid one over the other. What is
 * there is read first and a record that is older than it is passed over; the projector is the only
 * one who writes. A batch becomes one write an account.
 */
@Component
class AccountsProjection implements Projection {

    static final String COLLECTION = "accounts";
    static final String SEQUENCE = "sequence";
    static final String STATE = "state";
    static final String EXISTS = "exists";
    static final String BALANCES = "balances";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

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
        var records =
                LedgerTopic.entries(batch).stream()
                        .filter(LedgerTopic::isOfAccount)
                        .map(Entry::record)
                        .toList();
        var ids = new HashSet<String>();
        records.forEach(record -> ids.add(record.accountId()));
        var accounts = new HashMap<String, Document>();
        collection
                .find(Filters.in("_id", ids))
                .forEach(found -> accounts.put(found.getString("_id"), found));
        var changed = new HashSet<String>();
        for (LedgerRecord record : records) {
            var account = accounts.computeIfAbsent(record.accountId(), AccountsProjection::unknown);
            if (record.sequence() > account.getLong(SEQUENCE)) {
                apply(record, account);
                changed.add(record.accountId());
            }
        }
        var writes = new ArrayList<WriteModel<Document>>();
        changed.forEach(id ->
                writes.add(new ReplaceOneModel<>(Filters.eq("_id", id), accounts.get(id), UPSERT)));
        return writes;
    }

    private static Document unknown(String accountId) {
        return new Document("_id", accountId)
                .append("regionCode", AccountId.parse(accountId).regionCode())
                .append(SEQUENCE, 0L)
                .append(EXISTS, false)
                .append(STATE, new Document());
    }

    private static void apply(LedgerRecord record, Document account) {
        account.put(SEQUENCE, record.sequence());
        account.put(EXISTS, account.getBoolean(EXISTS) || record.outcome() == Outcome.ACCEPTED);
        account.put(BALANCES, document(record.balances()));
        lay(record.changes(), account.get(STATE, Document.class));
    }

    /**
     * An object is laid over the one that is there, anything else takes the place of what is there.
     */
    private static void lay(Map<?, ?> changes, Document over) {
        changes.forEach((field, value) -> {
            if (value instanceof Map<?, ?> inner) {
                var place = over.get(field, new Document());
                lay(inner, place);
                over.put((String) field, place);
            } else {
                over.put((String) field, value);
            }
        });
    }

    private static Document document(Balances balances) {
        return new Document("currentFen", balances.currentFen())
                .append("priorFen", balances.priorFen())
                .append("suspenseFen", balances.suspenseFen())
                .append("inTransitFen", balances.inTransitFen())
                .append("receivableFen", balances.receivableFen());
    }
}
