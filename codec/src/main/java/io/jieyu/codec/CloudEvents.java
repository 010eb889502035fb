package io.jieyu.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents in Kafka's binary mode: the context in headers, the data as the value. */
public final class CloudEvents {

    private CloudEvents() {}

    /**
     * A record to be sent.
     *
     * @param partition null = by the key
     */
    public static ProducerRecord<String, byte[]> record(
            Topic topic, @Nullable Integer partition, String key, CloudEvent event, byte[] value) {
        var record = new ProducerRecord<String, byte[]>(topic.topicName(), partition, key, value);
        Headers headers = record.headers();
        headers.add(CloudEvent.ID_HEADER, event.id().getBytes(UTF_8));
        headers.add(CloudEvent.TYPE_HEADER, event.type().getBytes(UTF_8));
        headers.add(CloudEvent.SOURCE_HEADER, event.source().getBytes(UTF_8));
        headers.add(CloudEvent.SPEC_VERSION_HEADER, CloudEvent.SPEC_VERSION.getBytes(UTF_8));
        headers.add(CloudEvent.CONTENT_TYPE_HEADER, CloudEvent.CONTENT_TYPE.getBytes(UTF_8));
        if (event.subject() != null) {
            headers.add(CloudEvent.SUBJECT_HEADER, event.subject().getBytes(UTF_8));
        }
        if (event.time() != null) {
            headers.add(CloudEvent.TIME_HEADER, event.time().toString().getBytes(UTF_8));
        }
        return record;
    }

    /** The header as text; null when it is missing or empty. */
    public static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
                ? null
                : new String(header.value(), UTF_8);
    }
}
