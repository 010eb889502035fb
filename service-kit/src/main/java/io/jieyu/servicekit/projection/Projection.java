package io.jieyu.servicekit.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import io.jieyu.contracts.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What of some topics is kept in one collection. Every write must be harmless when it is done
 * again, and must not take back what a later record did: guarded by sequence, or setting once what
 * never changes. What cannot be written so, such as a sum, goes into {@link #counters}.
 */
public interface Projection {

    /** The collection, which belongs to this projection alone. */
    String collection();

    List<Topic> topics();

    /** Makes the indexes of an empty collection. */
    void prepare(MongoCollection<Document> collection);

    /**
     * The writes of a batch, in any order; the records of a partition come in theirs.
     *
     * @param collection to look at what is there already, not to write
     */
    List<WriteModel<Document>> writes(
            List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection);

    /**
     * Updates of the partition's own document, done exactly once, together with its offset.
     *
     * @param batch records of one partition
     */
    default List<Bson> counters(List<ConsumerRecord<String, byte[]>> batch) {
        return List.of();
    }
}
