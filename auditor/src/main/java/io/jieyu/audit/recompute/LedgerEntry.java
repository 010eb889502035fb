package io.jieyu.audit.recompute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
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
    private static final byte[] RECORDED = MessageType.LEDGER_RECORDED.ceType().getBytes(UTF_8);
    private static final int MOST_DIGITS = 18;

    static LedgerEntry of(ConsumerRecord<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        return new LedgerEntry(
                record.offset(),
                record.timestamp(),
                sequence(record),
                Hash.of(value == null ? NOTHING : value));
    }

    /** Compared as bytes: there are as many of them as there are records. */
    private static long sequence(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(CloudEvent.TYPE_HEADER);
        Header id = record.headers().lastHeader(CloudEvent.ID_HEADER);
        if (type == null || !Arrays.equals(RECORDED, type.value()) || id == null) {
            return -1;
        }
        byte[] bytes = id.value();
        int slash = bytes == null ? -1 : lastSlash(bytes);
        if (slash < 0 || !new String(bytes, 0, slash, UTF_8).equals(record.key())) {
            return -1;
        }
        return number(bytes, slash + 1);
    }

    private static int lastSlash(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '/') {
            at--;
        }
        return at;
    }

    /** The number that stands there to the end; -1 when none does. */
    private static long number(byte[] bytes, int from) {
        if (from == bytes.length || bytes.length - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return number;
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
