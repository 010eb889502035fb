package io.jieyu.contribution.intake.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.contribution.LineLocator;
import io.jieyu.contribution.intake.CheckLine;
import io.jieyu.contribution.intake.SubmittedLine;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Reads what payroll systems wrote; the offsets go into the transaction of what is written. */
@Component
class SubmittedLines {

    private static final String CHANNEL = "kafka";

    private final CheckedLines checked;
    private final KafkaTemplate<String, byte[]> kafka;

    SubmittedLines(CheckedLines checked, KafkaTemplate<String, byte[]> kafka) {
        this.checked = checked;
        this.kafka = kafka;
    }

    @KafkaListener(
            id = "contribution-intake",
            topics = "jieyu.contribution.submitted.v1",
            idIsGroup = false)
    void take(List<ConsumerRecord<String, byte[]>> batch) {
        batch.forEach(record -> checked.send(CheckLine.check(line(record)), CHANNEL, kafka));
    }

    private static SubmittedLine line(ConsumerRecord<String, byte[]> record) {
        return new SubmittedLine(
                CloudEvents.header(record.headers(), CloudEvent.ID_HEADER),
                CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER),
                CloudEvents.header(record.headers(), CloudEvent.SUBJECT_HEADER),
                record.value() == null ? new byte[0] : record.value(),
                LineLocator.inTopic(record.topic(), record.partition(), record.offset()));
    }
}
