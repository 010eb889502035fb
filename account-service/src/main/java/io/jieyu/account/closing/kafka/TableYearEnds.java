package io.jieyu.account.closing.kafka;

import io.jieyu.account.closing.YearEnds;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyBook;
import io.jieyu.ledger.policy.PolicyDocument;
import io.jieyu.ledger.policy.PolicyDocument.Reading;
import io.jieyu.ledger.policy.PolicyVersion;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads the published tables when it is asked: they are few, and closes are seldom. */
@Component
class TableYearEnds implements YearEnds {

    private static final TopicPartition TABLES =
            new TopicPartition(Topic.POLICY_TABLES.topicName(), 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<String, byte[]> consumers;

    TableYearEnds(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    @Override
    public boolean isYearEnd(String regionCode, YearMonth period) {
        return new PolicyBook(policies(), regionCode).startsAccountYear(period.plusMonths(1));
    }

    private Policies policies() {
        Policies policies = Policies.NONE;
        long position = 0;
        for (PolicyTable table : tables().values()) {
            for (PolicyTable.Version version : table.versions()) {
                if (PolicyDocument.read(version.fields()) instanceof Reading.Valid(var document)) {
                    policies =
                            policies.plus(
                                    new PolicyVersion(
                                            table.policySet(),
                                            table.regionCode(),
                                            table.regionCode() + "/" + version.version(),
                                            version.effectiveFrom(),
                                            version.effectiveTo(),
                                            document,
                                            position++));
                }
            }
        }
        return policies;
    }

    private Map<String, PolicyTable> tables() {
        var tables = new TreeMap<String, PolicyTable>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "tables")) {
            consumer.assign(List.of(TABLES));
            consumer.seekToBeginning(List.of(TABLES));
            long end = consumer.endOffsets(List.of(TABLES)).getOrDefault(TABLES, 0L);
            while (consumer.position(TABLES) < end) {
                consumer.poll(POLL)
                        .forEach(record ->
                                tables.put(
                                        record.key(),
                                        Json.read(record.value(), PolicyTable.class)));
            }
        }
        return tables;
    }
}
