package io.jieyu.audit.topics;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of one partition, one after the other; committed ones only. */
public interface RecordStream extends AutoCloseable {

    /**
     * The next record; empty behind the last.
     *
     * @throws CannotDecide when it cannot be read
     */
    Optional<ConsumerRecord<String, byte[]>> next();

    @Override
    void close();
}
