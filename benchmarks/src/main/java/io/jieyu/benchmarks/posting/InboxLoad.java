package io.jieyu.benchmarks.posting;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Broadcasts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What all contenders read: the same contributions, in the order of their months, as the intake
 * writes them.
 *
 * @param persons each pays {@code months} months
 */
record InboxLoad(int persons, int months) {

    private static final int FIRST_YEAR = 2015;
    private static final int MONTHS_A_YEAR = 12;

    int contributions() {
        return persons * months;
    }

    /** Writes the policy to every partition, then all contributions. */
    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for them all
    void write(String bootstrap, int partitions) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1 << 17);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(policy(partition));
            }
            for (int month = 0; month < months; month++) {
                for (int person = 0; person < persons; person++) {
                    producer.send(contribution(person, month));
                }
            }
        }
    }

    private static ProducerRecord<String, byte[]> policy(int partition) {
        String value =
                """
                {"date":"2014-01-01","policySet":"bench","regionCode":"110000","policyId":"110000/A",\
                "document":{"employerBands":[{"minAge":0,"maxAgeExclusive":35,"rate":"0.008"},\
                {"minAge":35,"maxAgeExclusive":45,"rate":"0.01"},{"minAge":45,"maxAgeExclusive":null,"rate":"0.02"}],\
                "baseLimits":[{"from":"2014-01","floorFen":632600,"ceilingFen":3389100}],"mutualAidFen":300}}\
                """;
        return message(
                new ProducerRecord<>(
                        Topic.ACCOUNT_INBOX.topicName(),
                        partition,
                        Broadcasts.scope(partition),
                        bytes(value)),
                MessageType.POLICY_PUBLISHED,
                "policy/bench/110000/A");
    }

    private static ProducerRecord<String, byte[]> contribution(int person, int month) {
        int year = FIRST_YEAR + month / MONTHS_A_YEAR;
        String period = "%d-%02d".formatted(year, month % MONTHS_A_YEAR + 1);
        String accountId = "110000-P%07d".formatted(person);
        String value =
                """
                {"accountId":"%s","date":"%s-05","type":"REGULAR","period":"%s","serial":"1","category":"EMPLOYEE",\
                "employerId":"91110000%010d","birthDate":"%d-06-15","baseFen":%d,"personalReceivedFen":%d,\
                "employerReceivedFen":%d}\
                """
                        .formatted(
                                accountId,
                                period,
                                period,
                                person / 50,
                                1965 + person % 40,
                                600_000 + person % 997 * 3_001,
                                72_000 + person % 997 * 61,
                                500_000 + person % 997 * 211);
        return message(
                new ProducerRecord<>(Topic.ACCOUNT_INBOX.topicName(), accountId, bytes(value)),
                MessageType.CONTRIBUTION_RECEIVED,
                "bench-" + period + "-" + person);
    }

    private static ProducerRecord<String, byte[]> message(
            ProducerRecord<String, byte[]> record, MessageType type, String id) {
        record.headers()
                .add(CloudEvent.ID_HEADER, bytes(id))
                .add(CloudEvent.TYPE_HEADER, bytes(type.ceType()))
                .add(CloudEvent.SOURCE_HEADER, bytes("/contribution-service"))
                .add(CloudEvent.SPEC_VERSION_HEADER, bytes(CloudEvent.SPEC_VERSION))
                .add(CloudEvent.SUBJECT_HEADER, bytes(record.key()))
                .add(CloudEvent.TIME_HEADER, bytes("2026-11-26T08:00:00Z"))
                .add(CloudEvent.CONTENT_TYPE_HEADER, bytes(CloudEvent.CONTENT_TYPE));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
