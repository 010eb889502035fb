package io.jieyu.account.reading.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.servicekit.projection.Projection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * Every record of the ledger, byte for byte, with what it is looked up by. A record never changes.
 */
@Component
class EntriesProjection implements Projection {

    static final String COLLECTION = "entries";
    static final String RECORD = "record";

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
        collection.createIndex(Indexes.ascending("accountId", "sequence"));
        collection.createIndex(Indexes.ascending("accountId", "messageId"));
    }

    @Override
    public List<WriteModel<Document>> writes(
            List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection) {
        return batch.stream().map(EntriesProjection::write).toList();
    }

    static String id(String accountId, long sequence) {
        return accountId + "/" + sequence;
    }

    private static WriteModel<Document> write(ConsumerRecord<String, byte[]> topicRecord) {
        LedgerRecord record = Json.read(topicRecord.value(), LedgerRecord.class);
        String id = id(record.accountId(), record.sequence());
        var document =
                new Document("_id", id)
                        .append("accountId", record.accountId())
                        .append("sequence", record.sequence())
                        .append("messageId", record.messageId())
                        .append("kind", record.kind())
                        .append("outcome", record.outcome().name())
                        .append("year", record.date() == null ? null : record.date().getYear())
                        .append("hash", Hash.of(topicRecord.value()).toString())
                        .append(RECORD, new Binary(topicRecord.value()));
        return new ReplaceOneModel<>(Filters.eq("_id", id), document, UPSERT);
    }
}
