package io.jieyu.audit.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record in a file of an export: offset and timestamp (8 bytes each), key, number of headers (4
 * bytes), name and value of each, value. A text or value is its length (4 bytes, -1 for null) and
 * its bytes; all numbers are big-endian.
 */
final class RecordForm {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private RecordForm() {}

    static void write(ConsumerRecord<String, byte[]> record, DataOutputStream out)
            throws IOException {
        out.writeLong(record.offset());
        out.writeLong(record.timestamp());
        block(record.key() == null ? null : record.key().getBytes(UTF_8), out);
        Header[] headers = record.headers().toArray();
        out.writeInt(headers.length);
        for (Header header : headers) {
            block(header.key().getBytes(UTF_8), out);
            block(header.value(), out);
        }
        block(record.value(), out);
    }

    /** The next record; empty at the end of the file. */
    static Optional<ConsumerRecord<String, byte[]>> read(
            String topic, int partition, DataInputStream in) throws IOException {
        long offset;
        try {
            offset = in.readLong();
        } catch (EOFException end) {
            return Optional.empty();
        }
        long timestamp = in.readLong();
        byte[] key = block(in);
        var headers = new RecordHeaders();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] name = block(in);
            headers.add(name == null ? "" : new String(name, UTF_8), block(in));
        }
        byte[] value = block(in);
        return Optional.of(
                new ConsumerRecord<>(
                        topic,
                        partition,
                        offset,
                        timestamp,
                        TimestampType.CREATE_TIME,
                        key == null ? 0 : key.length,
                        value == null ? 0 : value.length,
                        key == null ? null : new String(key, UTF_8),
                        value,
                        headers,
                        Optional.empty()));
    }

    private static void block(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        if (length > MOST_BYTES) {
            throw new IOException(length + " bytes in one piece (expected: a record)");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
