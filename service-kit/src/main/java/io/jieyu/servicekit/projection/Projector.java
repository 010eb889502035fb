package io.jieyu.servicekit.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a projection's collection equal to its topics. The offsets lie inside the collection: when
 * it is dropped, or MongoDB comes back empty, they are gone with it, which is noticed within {@link
 * #LOOK_EVERY} and answered by writing everything anew from the beginning. One projector reads all
 * partitions; a second instance of a service must not run the same projection.
 */
final class Projector implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final int DUPLICATE_KEY = 11_000;

    private final Projection projection;
    private final MongoDatabase database;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Map<TopicPartition, Checkpoint> checkpoints = new HashMap<>();
    private volatile Map<TopicPartition, Checkpoint> shown = Map.of();
    private volatile ProjectionState state = ProjectionState.CATCHING_UP;
    private volatile boolean stopped;
    private long lastLook;

    Projector(
            Projection projection,
            MongoDatabase database,
            Supplier<Consumer<String, byte[]>> consumers) {
        this.projection = projection;
        this.database = database;
        this.consumers = consumers;
    }

    Projection projection() {
        return projection;
    }

    ProjectionState state() {
        return state;
    }

    /** How far it is, by partition. */
    Map<TopicPartition, Checkpoint> checkpoints() {
        return shown;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var consumer = consumers.get()) {
                assign(consumer);
                while (!stopped) {
                    step(consumer);
                }
            } catch (MongoException | KafkaException outage) {
                state = ProjectionState.WAITING;
                LOG.atWarn()
                        .addKeyValue("collection", projection.collection())
                        .addKeyValue("cause", outage.getClass().getSimpleName())
                        .log("projection waits");
                pause();
            }
        }
    }

    private void assign(Consumer<String, byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        projection
                .topics()
                .forEach(topic ->
                        consumer.partitionsFor(topic.topicName())
                                .forEach(info ->
                                        partitions.add(
                                                new TopicPartition(
                                                        info.topic(), info.partition()))));
        consumer.assign(partitions);
        resume(consumer);
    }

    private void step(Consumer<String, byte[]> consumer) {
        ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
        if (!batch.isEmpty() && !write(batch)) {
            resume(consumer);
        }
        long now = System.nanoTime();
        if (now - lastLook > LOOK_EVERY.toNanos()) {
            lastLook = now;
            if (!stored().keySet().containsAll(checkpoints.keySet())) {
                resume(consumer);
            }
            measureLag(consumer);
        }
    }

    /** False when the collection is no longer as it was left. */
    private boolean write(ConsumerRecords<String, byte[]> batch) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        batch.forEach(all::add);
        var writes = projection.writes(all, collection());
        if (!writes.isEmpty()) {
            try {
                collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException refused) {
                // A guard that finds a newer document tries to insert a second one: that is as it
                // should be.
                if (refused.getWriteErrors().stream()
                        .anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw refused;
                }
            }
        }
        boolean advanced = true;
        for (TopicPartition partition : batch.partitions()) {
            advanced &= advance(partition, batch.records(partition));
        }
        shown = Map.copyOf(checkpoints);
        return advanced;
    }

    private boolean advance(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Checkpoint before = checkpoints.get(partition);
        if (before == null) {
            return false;
        }
        long next = records.getLast().offset() + 1;
        Instant time = Instant.ofEpochMilli(records.getLast().timestamp());
        var updates = new ArrayList<Bson>(projection.counters(records));
        updates.add(Updates.set(Checkpoint.OFFSET, next));
        updates.add(Updates.set(Checkpoint.TIME, Date.from(time)));
        var found =
                collection()
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", Checkpoint.id(partition)),
                                        Filters.eq(Checkpoint.OFFSET, before.offset())),
                                Updates.combine(updates));
        checkpoints.put(
                partition,
                new Checkpoint(partition.topic(), partition.partition(), next, time, before.lag()));
        return found.getMatchedCount() == 1;
    }

    /**
     * Goes to where the collection stands; to the beginning, with an empty collection, when it does
     * not say.
     */
    private void resume(Consumer<String, byte[]> consumer) {
        state = ProjectionState.CATCHING_UP;
        var ids = consumer.assignment().stream().map(Checkpoint::id).toList();
        var found = new HashMap<String, Document>();
        collection()
                .find(Filters.in("_id", ids))
                .forEach(document -> found.put(document.getString("_id"), document));
        if (found.size() < ids.size()) {
            LOG.atInfo()
                    .addKeyValue("collection", projection.collection())
                    .log("projection begins anew");
            begin(ids);
            found.clear();
        }
        checkpoints.clear();
        for (TopicPartition partition : consumer.assignment()) {
            Document document = found.get(Checkpoint.id(partition));
            long offset = document == null ? 0 : document.getLong(Checkpoint.OFFSET);
            Date time = document == null ? null : document.getDate(Checkpoint.TIME);
            checkpoints.put(
                    partition,
                    new Checkpoint(
                            partition.topic(),
                            partition.partition(),
                            offset,
                            time == null ? Instant.EPOCH : time.toInstant(),
                            0));
            consumer.seek(partition, offset);
        }
        shown = Map.copyOf(checkpoints);
    }

    private void begin(List<String> checkpointIds) {
        collection().drop();
        projection.prepare(collection());
        collection()
                .insertMany(
                        checkpointIds.stream()
                                .map(id -> new Document("_id", id).append(Checkpoint.OFFSET, 0L))
                                .toList());
    }

    private Map<TopicPartition, Long> stored() {
        var ids = new HashMap<String, TopicPartition>();
        checkpoints.keySet().forEach(partition -> ids.put(Checkpoint.id(partition), partition));
        var stored = new HashMap<TopicPartition, Long>();
        collection()
                .find(Filters.in("_id", ids.keySet()))
                .forEach(document ->
                        stored.put(
                                ids.get(document.getString("_id")),
                                document.getLong(Checkpoint.OFFSET)));
        return stored;
    }

    private void measureLag(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long all = 0;
        for (TopicPartition partition : consumer.assignment()) {
            long lag = Math.max(0, ends.getOrDefault(partition, 0L) - consumer.position(partition));
            all += lag;
            checkpoints.computeIfPresent(
                    partition,
                    (_, old) ->
                            new Checkpoint(
                                    old.topic(), old.partition(), old.offset(), old.time(), lag));
        }
        shown = Map.copyOf(checkpoints);
        if (all == 0) {
            state = ProjectionState.UP_TO_DATE;
        }
    }

    private MongoCollection<Document> collection() {
        return database.getCollection(projection.collection());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
