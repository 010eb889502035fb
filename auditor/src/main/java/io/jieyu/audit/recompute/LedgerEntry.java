package io.jieyu.audit.recompute;

import io.jieyu.codec.CloudEvents;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.Hash;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A ledger record as it was found: the hash of its value stands for it, which is enough while
 * everything agrees.
 *
 * @param sequence as its id tells it; -1 when its headers are not those of a ledger record
 */
record LedgerEntry(long offset, long timestamp, long sequence, Hash hash) {

    static final byte TAG = 1;
    private static final int SIZE = 1 + 3 * Long.BYTES + Hash.BYTES;
    private static final byte[] NOTHING = new byte[0];

    static LedgerEntry of(ConsumerRecord<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        return new LedgerEntry(
                record.offset(),
                record.timestamp(),
                sequence(record),
                Hash.of(value == null ? NOTHING : value));
    }

    private static long sequence(ConsumerRecord<String, byte[]> record) {
        String id = CloudEvents.header(record.headers(), CloudEvent.ID_HEADER);
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        String prefix = record.key() + "/";
        if (id == null
                || !MessageType.LEDGER_RECORDED.ceType().equals(type)
                || !id.startsWith(prefix)) {
            return -1;
        }
        try {
            return Long.parseLong(id.substring(prefix.length()));
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    byte[] write() {
        var bytes = ByteBuffer.allocate(SIZE);
        bytes.put(TAG).putLong(offset).putLong(timestamp).putLong(sequence);
        hash.writeTo(bytes.array(), bytes.position());
        return bytes.array();
    }

    /** Reads what stands behind the tag. */
    static LedgerEntry read(ByteBuffer bytes) {
        return new LedgerEntry(bytes.getLong(), bytes.getLong(), bytes.getLong(), Hash.read(bytes));
    }
}
