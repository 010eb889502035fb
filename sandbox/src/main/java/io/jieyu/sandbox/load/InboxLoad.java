package io.jieyu.sandbox.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.sandbox.kafka.RecordWriter;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Contributions of employees of one region, month after month, each with a permanent id.
 *
 * @param persons each pays {@code months} months
 */
public record InboxLoad(int persons, int months) {

    private static final int FIRST_YEAR = 2015;
    private static final int MONTHS_A_YEAR = 12;

    public int contributions() {
        return persons * months;
    }

    /**
     * Writes into the inbox what the intake would write there: the policy to every partition, then
     * all contributions.
     */
    public void writeInbox(String bootstrap, int partitions) {
        try (var kafka = new RecordWriter(bootstrap)) {
            for (int partition = 0; partition < partitions; partition++) {
                kafka.send(policy(partition));
            }
            send(kafka, MessageType.CONTRIBUTION_RECEIVED);
        }
    }

    /** Submits all contributions as a payroll system would. */
    public void submit(String bootstrap) {
        try (var kafka = new RecordWriter(bootstrap)) {
            send(kafka, MessageType.CONTRIBUTION_SUBMITTED);
        }
    }

    /** The fields of a contribution as JSON. */
    public static String json(int person, int month) {
        String period = period(month);
        return """
        {"accountId":"%s","date":"%s-05","type":"REGULAR","period":"%s","serial":"1","category":"EMPLOYEE",\
        "employerId":"91110000%010d","birthDate":"%d-06-15","baseFen":%d,"personalReceivedFen":%d,\
        "employerReceivedFen":%d}\
        """
                .formatted(
                        accountId(person),
                        period,
                        period,
                        person / 50,
                        birthYear(person),
                        baseFen(person),
                        72_000 + person % 997 * 61,
                        500_000 + person % 997 * 211);
    }

    public static String accountId(int person) {
        return "110000-P%07d".formatted(person);
    }

    /** The permanent id of a contribution. */
    public static String messageId(int person, int month) {
        return "load-" + period(month) + "-" + person;
    }

    /** {@code 2015-01} and the months after it. */
    public static String period(int month) {
        return "%d-%02d".formatted(FIRST_YEAR + month / MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1);
    }

    public static long baseFen(int person) {
        return 600_000 + person % 997 * 3_001L;
    }

    public static int birthYear(int person) {
        return 1965 + person % 40;
    }

    private void send(RecordWriter kafka, MessageType type) {
        for (int month = 0; month < months; month++) {
            for (int person = 0; person < persons; person++) {
                String topic = type.topic().topicName();
                var record =
                        new ProducerRecord<>(
                                topic, accountId(person), json(person, month).getBytes(UTF_8));
                kafka.send(message(record, type, messageId(person, month)));
            }
        }
    }

    private static ProducerRecord<String, byte[]> policy(int partition) {
        String value =
                """
                {"date":"2014-01-01","policySet":"load","regionCode":"110000","policyId":"110000/A",\
                "document":{"employerBands":[{"minAge":0,"maxAgeExclusive":35,"rate":"0.008"},\
                {"minAge":35,"maxAgeExclusive":45,"rate":"0.01"},{"minAge":45,"maxAgeExclusive":null,"rate":"0.02"}],\
                "baseLimits":[{"from":"2014-01","floorFen":632600,"ceilingFen":3389100}],"mutualAidFen":300}}\
                """;
        var record =
                new ProducerRecord<>(
                        Topic.ACCOUNT_INBOX.topicName(),
                        partition,
                        Broadcasts.scope(partition),
                        value.getBytes(UTF_8));
        return message(record, MessageType.POLICY_PUBLISHED, "policy/load/110000/A/1");
    }

    private static ProducerRecord<String, byte[]> message(
            ProducerRecord<String, byte[]> record, MessageType type, String id) {
        record.headers()
                .add(CloudEvent.ID_HEADER, id.getBytes(UTF_8))
                .add(CloudEvent.TYPE_HEADER, type.ceType().getBytes(UTF_8))
                .add(CloudEvent.SOURCE_HEADER, "/load".getBytes(UTF_8))
                .add(CloudEvent.SPEC_VERSION_HEADER, CloudEvent.SPEC_VERSION.getBytes(UTF_8))
                .add(CloudEvent.CONTENT_TYPE_HEADER, CloudEvent.CONTENT_TYPE.getBytes(UTF_8));
        return record;
    }
}
