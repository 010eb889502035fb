package io.jieyu.contribution.outcomes.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
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
import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contracts.contribution.ContributionRejected;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Refusal;
import io.jieyu.servicekit.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * One document for each line, filled from the inbox, the held and the rejected lines and the
 * ledger. Each of them sets fields of its own, so that their order does not matter.
 */
@Component
class LinesProjection implements Projection {

    static final String COLLECTION = "lines";
    static final String BATCHES = "batches";

    /** Account and message of a line that was rejected: its document is named by its place. */
    static final String REJECTED = "rejected";

    /** What a line waits for, or has waited for. */
    static final String WAITS_FOR = "waitsFor";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String CONTRIBUTION =
            MessageType.CONTRIBUTION_RECEIVED.kind().orElseThrow();

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public List<Topic> topics() {
        return List.of(
                Topic.ACCOUNT_INBOX,
                Topic.CONTRIBUTION_HELD,
                Topic.CONTRIBUTION_REJECTED,
                Topic.ACCOUNT_LEDGER);
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending(BATCHES + ".batchId"));
        collection.createIndex(Indexes.ascending(REJECTED), new IndexOptions().sparse(true));
    }

    @Override
    public List<WriteModel<Document>> writes(
            List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection) {
        return batch.stream().map(LinesProjection::write).flatMap(Optional::stream).toList();
    }

    private static Optional<WriteModel<Document>> write(ConsumerRecord<String, byte[]> record) {
        String topic = record.topic();
        try {
            if (topic.equals(Topic.ACCOUNT_LEDGER.topicName())) {
                return decided(Json.read(record.value(), LedgerRecord.class));
            }
            if (topic.equals(Topic.CONTRIBUTION_HELD.topicName())) {
                return held(record);
            }
            return topic.equals(Topic.CONTRIBUTION_REJECTED.topicName())
                    ? Optional.of(rejected(record))
                    : received(record);
        } catch (JacksonException foreign) {
            // What nobody of ours wrote is no line; the ledger has recorded it as unreadable.
            return Optional.empty();
        }
    }

    private static Optional<WriteModel<Document>> received(ConsumerRecord<String, byte[]> record) {
        String id = CloudEvents.header(record.headers(), CloudEvent.ID_HEADER);
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        if (id == null || !MessageType.CONTRIBUTION_RECEIVED.ceType().equals(type)) {
            return Optional.empty();
        }
        return Optional.of(line(record.key(), id, Json.tree(record.value()), null));
    }

    private static Optional<WriteModel<Document>> held(ConsumerRecord<String, byte[]> record) {
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        if (!MessageType.CONTRIBUTION_HELD.ceType().equals(type)) {
            return Optional.empty();
        }
        ContributionHeld held = Json.read(record.value(), ContributionHeld.class);
        String waits =
                String.format(
                        Locale.ROOT,
                        "a table after %s, whose date of review %s is over",
                        held.policyId(),
                        held.reviewBy());
        return Optional.of(line(held.accountId(), held.messageId(), held.line(), waits));
    }

    private static WriteModel<Document> line(
            String accountId,
            String id,
            Map<String, @Nullable Object> fields,
            @Nullable String waitsFor) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("accountId", accountId));
        updates.add(Updates.set("messageId", id));
        if (waitsFor != null) {
            updates.add(Updates.set(WAITS_FOR, waitsFor));
        }
        if (fields.get("batchId") instanceof String batchId) {
            var place = new Document("batchId", batchId);
            if (fields.get("lineNumber") instanceof Long number) {
                place.append("lineNumber", number);
            }
            updates.add(Updates.addToSet(BATCHES, place));
        }
        return new UpdateOneModel<>(
                Filters.eq("_id", MongoLines.id(accountId, id)), Updates.combine(updates), UPSERT);
    }

    private static WriteModel<Document> rejected(ConsumerRecord<String, byte[]> record) {
        ContributionRejected line = Json.read(record.value(), ContributionRejected.class);
        var errors =
                line.errors().stream()
                        .map(error ->
                                new Document("code", error.code())
                                        .append("field", error.field())
                                        .append("value", error.value())
                                        .append("expected", error.expected()))
                        .toList();
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("accountId", line.accountId()));
        updates.add(Updates.set("messageId", line.messageId()));
        updates.add(Updates.set("errors", errors));
        if (line.accountId() != null && line.messageId() != null) {
            updates.add(Updates.set(REJECTED, MongoLines.id(line.accountId(), line.messageId())));
        }
        if (line.locator().batchId() != null && line.locator().lineNumber() != null) {
            updates.add(
                    Updates.addToSet(
                            BATCHES,
                            new Document("batchId", line.locator().batchId())
                                    .append(
                                            "lineNumber",
                                            line.locator().lineNumber().longValue())));
        }
        String id = CloudEvents.header(record.headers(), CloudEvent.ID_HEADER);
        return new UpdateOneModel<>(Filters.eq("_id", id), Updates.combine(updates), UPSERT);
    }

    private static Optional<WriteModel<Document>> decided(LedgerRecord record) {
        if (!record.kind().equals(CONTRIBUTION)) {
            return Optional.empty();
        }
        Refusal refusal = record.refusal();
        var outcome =
                new Document("outcome", record.outcome().name())
                        .append("sequence", record.sequence())
                        .append("duplicateOf", record.duplicateOf());
        if (refusal != null) {
            outcome.append("code", refusal.code().name()).append("expected", refusal.expected());
        }
        return Optional.of(
                new UpdateOneModel<>(
                        Filters.eq("_id", MongoLines.id(record.accountId(), record.messageId())),
                        Updates.combine(
                                Updates.set("accountId", record.accountId()),
                                Updates.set("messageId", record.messageId()),
                                Updates.set("ledger", outcome)),
                        UPSERT));
    }
}
