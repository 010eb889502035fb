package io.jieyu.audit.topics;

import io.jieyu.contracts.Topic;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records of the topics, as they stood when the source was opened: what is written later is not
 * seen. Safe for several threads.
 */
public interface TopicSource extends AutoCloseable {

    /** What it is, for people: the broker's address or the folder. */
    String name();

    /** How many partitions the topic has; 0 when there is no such topic. */
    int partitions(Topic topic);

    /** How many records to expect in a partition, more or less: for the progress. */
    long records(Topic topic, int partition);

    /**
     * The place in the inbox up to which the account-service had posted, this offset excluded;
     * empty when nobody tells.
     */
    OptionalLong posted(int partition);

    /**
     * The records of a partition from its first on.
     *
     * @throws CannotDecide when the partition cannot be read
     */
    RecordStream read(Topic topic, int partition);

    /**
     * The record at an offset, again.
     *
     * @throws CannotDecide when it cannot be read
     */
    ConsumerRecord<String, byte[]> at(Topic topic, int partition, long offset);

    @Override
    void close();
}
