package io.jieyu.audit.recompute;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.codec.CloudEvents;
import io.jieyu.contracts.CloudEvent;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A message of an account: of its record only what decides about it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record InboxEntry(
        long offset,
        long timestamp,
        @Nullable String id,
        @Nullable String type,
        byte @Nullable [] value) {

    static final byte TAG = 0;

    static InboxEntry of(ConsumerRecord<String, byte[]> record) {
        return new InboxEntry(
                record.offset(),
                record.timestamp(),
                CloudEvents.header(record.headers(), CloudEvent.ID_HEADER),
                CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER),
                record.value());
    }

    byte[] write() {
        byte @Nullable [] idBytes = id == null ? null : id.getBytes(UTF_8);
        byte @Nullable [] typeBytes = type == null ? null : type.getBytes(UTF_8);
        var bytes =
                ByteBuffer.allocate(
                        1 + 2 * Long.BYTES + size(idBytes) + size(typeBytes) + size(value));
        bytes.put(TAG).putLong(offset).putLong(timestamp);
        put(bytes, idBytes);
        put(bytes, typeBytes);
        put(bytes, value);
        return bytes.array();
    }

    /** Reads what stands behind the tag. */
    static InboxEntry read(ByteBuffer bytes) {
        return new InboxEntry(
                bytes.getLong(), bytes.getLong(), text(bytes), text(bytes), block(bytes));
    }

    private static int size(byte @Nullable [] block) {
        return Integer.BYTES + (block == null ? 0 : block.length);
    }

    private static void put(ByteBuffer bytes, byte @Nullable [] block) {
        bytes.putInt(block == null ? -1 : block.length);
        if (block != null) {
            bytes.put(block);
        }
    }

    private static @Nullable String text(ByteBuffer bytes) {
        byte[] block = block(bytes);
        return block == null ? null : new String(block, UTF_8);
    }

    private static byte @Nullable [] block(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0) {
            return null;
        }
        var block = new byte[length];
        bytes.get(block);
        return block;
    }
}
