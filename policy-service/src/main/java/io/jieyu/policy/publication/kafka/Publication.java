package io.jieyu.policy.publication.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.policy.publication.PublishedVersions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a set in one transaction: each table to the topic of tables, each version to every
 * partition of the inbox. A reader of committed messages sees all of it or nothing.
 */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final String SOURCE = "/policy-service";

    private final Producer<String, byte[]> producer;
    private final Clock clock;

    Publication(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Publishes; the producer has its transactions initialised, so that whoever came before is
     * fenced off.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when one of them fails
    void publish(List<PolicyTable> tables) {
        int partitions = producer.partitionsFor(Topic.ACCOUNT_INBOX.topicName()).size();
        var versions = PublishedVersions.of(tables);
        producer.beginTransaction();
        for (PolicyTable table : tables) {
            String id =
                    String.format(
                            Locale.ROOT, "table/%s/%s", table.policySet(), table.regionCode());
            var event =
                    CloudEvent.of(
                            MessageType.POLICY_TABLE,
                            id,
                            SOURCE,
                            table.regionCode(),
                            clock.instant());
            producer.send(
                    CloudEvents.record(
                            Topic.POLICY_TABLES, 0, table.regionCode(), event, Json.write(table)));
        }
        versions.forEach(version -> {
            byte[] value = Json.write(version);
            String id = PublishedVersions.messageId(version);
            for (int partition = 0; partition < partitions; partition++) {
                var event =
                        CloudEvent.of(
                                MessageType.POLICY_PUBLISHED,
                                id,
                                SOURCE,
                                version.regionCode(),
                                clock.instant());
                producer.send(
                        CloudEvents.record(
                                Topic.ACCOUNT_INBOX,
                                partition,
                                Broadcasts.scope(partition),
                                event,
                                value));
            }
        });
        producer.commitTransaction();
        LOG.atInfo()
                .addKeyValue("tables", tables.size())
                .addKeyValue("versions", versions.size())
                .addKeyValue("partitions", partitions)
                .log("policies published");
    }
}
