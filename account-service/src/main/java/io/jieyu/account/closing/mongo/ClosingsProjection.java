package io.jieyu.account.closing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.servicekit.projection.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Requests, progress, seals and certificates of closes, in one document a close. */
@Component
class ClosingsProjection implements Projection {

    static final String COLLECTION = "closings";
    static final String REGION = "regionCode";
    static final String PERIOD = "period";
    static final String REQUEST = "request";
    static final String PROGRESS = "progress";
    static final String SEALS = "seals";
    static final String CERTIFIED = "certified";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topic.ACCOUNT_SEALS);
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.descending(REGION, PERIOD));
    }

    @Override
    public List<WriteModel<Document>> writes(
            List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection) {
        var newest = new LinkedHashMap<String, List<Bson>>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            update(record)
                    .ifPresent(update ->
                            newest.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                                    .add(update));
        }
        var writes = new ArrayList<WriteModel<Document>>();
        newest.forEach((key, updates) ->
                updates.forEach(update -> {
                    int slash = key.indexOf('/');
                    writes.add(
                            new UpdateOneModel<>(
                                    Filters.eq("_id", key),
                                    Updates.combine(
                                            Updates.set(REGION, key.substring(0, slash)),
                                            Updates.set(PERIOD, key.substring(slash + 1)),
                                            update),
                                    UPSERT));
                }));
        return writes;
    }

    private static Optional<Bson> update(ConsumerRecord<String, byte[]> record) {
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        var value = new Binary(record.value());
        return switch (MessageType.of(String.valueOf(type)).orElse(null)) {
            case CLOSE_REQUESTED -> Optional.of(Updates.set(REQUEST, value));
            case CLOSE_PROGRESSED -> {
                int partition = Json.read(record.value(), CloseProgressed.class).partition();
                yield Optional.of(Updates.set(PROGRESS + "." + partition, value));
            }
            case MONTH_SEALED -> {
                int partition = Json.read(record.value(), MonthSealed.class).partition();
                yield Optional.of(Updates.set(SEALS + "." + partition, value));
            }
            case CLOSE_CERTIFIED -> Optional.of(Updates.set(CERTIFIED, value));
            case null, default -> Optional.empty();
        };
    }
}
