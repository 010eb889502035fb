package io.jieyu.servicekit.projection;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a partition has been projected.
 *
 * @param offset of the next record
 * @param time of the last record, by its sender
 * @param lag records that are there and not projected yet
 */
public record Checkpoint(String topic, int partition, long offset, Instant time, long lag) {

    static final String PREFIX = "checkpoint/";
    static final String OFFSET = "offset";
    static final String TIME = "time";

    /** The id of the document that keeps it, inside the collection that it speaks of. */
    public static String id(TopicPartition partition) {
        return PREFIX + partition.topic() + "/" + partition.partition();
    }
}
