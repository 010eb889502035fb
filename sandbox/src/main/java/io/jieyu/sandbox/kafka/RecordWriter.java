package io.jieyu.sandbox.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records in large batches; closing it fails when Kafka has not taken every one of them. */
public final class RecordWriter implements AutoCloseable {

    private static final int LINGER_MILLIS = 20;
    private static final int BATCH_BYTES = 1 << 17;

    private final KafkaProducer<String, byte[]> kafka;
    private volatile @Nullable Exception failure;

    public RecordWriter(String bootstrap) {
        kafka =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4",
                                ProducerConfig.LINGER_MS_CONFIG,
                                LINGER_MILLIS,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                BATCH_BYTES),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Hands a record over; whether it was taken is known when the writer is closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    public void send(ProducerRecord<String, byte[]> record) {
        kafka.send(
                record,
                (_, notTaken) -> {
                    if (notTaken != null) {
                        failure = notTaken;
                    }
                });
    }

    /**
     * Waits for all of them.
     *
     * @throws IllegalStateException when one was not taken
     */
    @Override
    public void close() {
        kafka.close();
        if (failure != null) {
            throw new IllegalStateException("not every record was taken", failure);
        }
    }
}
