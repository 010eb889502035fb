package io.jieyu.sandbox.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.DemoFailed;
import io.jieyu.sandbox.kafka.RecordWriter;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** A payroll system that writes to Kafka. */
final class KafkaPayroll {

    private static final JsonMapper JSON = JsonMapper.shared();

    private KafkaPayroll() {}

    /**
     * Writes the lines and returns when Kafka has them all.
     *
     * @throws DemoFailed if it did not take one
     */
    static void send(String bootstrap, List<SampleLine> lines) throws DemoFailed {
        try (var kafka = new RecordWriter(bootstrap)) {
            lines.forEach(line -> kafka.send(record(line)));
        } catch (IllegalStateException e) {
            throw new DemoFailed("Kafka at " + bootstrap + " took not every line: " + e.getCause());
        }
    }

    private static ProducerRecord<String, byte[]> record(SampleLine line) {
        String key = String.valueOf(line.fields().getOrDefault("accountId", line.batchId()));
        var record =
                new ProducerRecord<>(Topic.CONTRIBUTION_SUBMITTED.topicName(), key, value(line));
        if (line.messageId() != null) {
            record.headers().add(CloudEvent.ID_HEADER, line.messageId().getBytes(UTF_8));
        }
        record.headers()
                .add(
                        CloudEvent.TYPE_HEADER,
                        MessageType.CONTRIBUTION_SUBMITTED.ceType().getBytes(UTF_8))
                .add(CloudEvent.SOURCE_HEADER, "/payroll/demo".getBytes(UTF_8))
                .add(CloudEvent.SPEC_VERSION_HEADER, CloudEvent.SPEC_VERSION.getBytes(UTF_8))
                .add(CloudEvent.CONTENT_TYPE_HEADER, CloudEvent.CONTENT_TYPE.getBytes(UTF_8));
        return record;
    }

    private static byte[] value(SampleLine line) {
        if (line.raw() != null) {
            return line.raw().getBytes(UTF_8);
        }
        // Its own name for the batch: a field that the ledger does not know is kept, and the line
        // is found by it.
        var fields = new LinkedHashMap<>(line.fields());
        fields.put("batchId", line.batchId());
        return JSON.writeValueAsBytes(fields);
    }
}
