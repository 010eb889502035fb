package io.jieyu.contribution.holding.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contracts.contribution.HeldReleased;
import io.jieyu.servicekit.topics.WholeTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends lines that have waited to their accounts, in their order, and notes it in the queue, in one
 * transaction. Two processes that release the same line do no harm: it bears its own id.
 */
@Component
class ReleaseHeldLines {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseHeldLines.class);
    private static final String SOURCE = "/contribution-service";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST = 2_000;

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Clock clock;

    ReleaseHeldLines(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            Clock clock) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * Releases the first of these lines.
     *
     * @param offsets in their order
     * @return the offsets of those that went
     */
    List<Long> release(String regionCode, int partition, List<Long> offsets) {
        List<Long> now = offsets.subList(0, Math.min(MOST, offsets.size()));
        List<ContributionHeld> lines = read(partition, now);
        kafka.executeInTransaction(transaction -> {
            lines.forEach(line -> send(transaction, line));
            note(transaction, new HeldReleased(regionCode, partition, now));
            return true;
        });
        LOG.atInfo()
                .addKeyValue("region", regionCode)
                .addKeyValue("partition", partition)
                .addKeyValue("lines", lines.size())
                .log("held lines released");
        return now;
    }

    private List<ContributionHeld> read(int partition, List<Long> offsets) {
        var topic = new TopicPartition(Topic.CONTRIBUTION_HELD.topicName(), partition);
        Set<Long> wanted = new HashSet<>(offsets);
        var lines = new ArrayList<ContributionHeld>();
        try (var consumer =
                consumers.createConsumer(null, "held-release", null, WholeTopic.uncommitted())) {
            consumer.assign(List.of(topic));
            consumer.seek(topic, offsets.getFirst());
            while (consumer.position(topic) <= offsets.getLast()) {
                consumer.poll(POLL)
                        .forEach(record -> {
                            if (wanted.contains(record.offset())) {
                                lines.add(Json.read(record.value(), ContributionHeld.class));
                            }
                        });
            }
        }
        return lines;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when one of them fails
    private void send(KafkaOperations<String, byte[]> transaction, ContributionHeld line) {
        var event =
                CloudEvent.of(
                        MessageType.CONTRIBUTION_RECEIVED,
                        line.messageId(),
                        SOURCE,
                        line.accountId(),
                        clock.instant());
        transaction.send(
                CloudEvents.record(
                        Topic.ACCOUNT_INBOX,
                        null,
                        line.accountId(),
                        event,
                        Json.write(line.line())));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // as above
    private void note(KafkaOperations<String, byte[]> transaction, HeldReleased released) {
        String id =
                String.format(
                        Locale.ROOT,
                        "released/%s/%d/%d",
                        released.regionCode(),
                        released.partition(),
                        released.offsets().getLast());
        var event =
                CloudEvent.of(
                        MessageType.HELD_RELEASED,
                        id,
                        SOURCE,
                        released.regionCode(),
                        clock.instant());
        transaction.send(
                CloudEvents.record(
                        Topic.CONTRIBUTION_HELD,
                        released.partition(),
                        released.regionCode(),
                        event,
                        Json.write(released)));
    }
}
