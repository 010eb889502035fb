package io.jieyu.contribution.holding.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.contribution.ContributionHeld;
import io.jieyu.contracts.contribution.HeldReleased;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.contribution.holding.HoldCredits;
import io.jieyu.contribution.holding.Overdue;
import io.jieyu.contribution.holding.WaitingLines;
import io.jieyu.servicekit.topics.WholeTopic;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Follows the tables and the queue, and has lines released when their table has come. It is up to
 * date before the first line is taken in.
 */
@Component
class FollowHeldLines implements WaitingLines, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowHeldLines.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;
    private static final int REGION = 6;

    private final ConsumerFactory<String, byte[]> consumers;
    private final ReleaseHeldLines release;
    private final Map<String, PolicyTable> tables = new ConcurrentHashMap<>();
    private final Map<Key, HeldQueue> queues = new ConcurrentHashMap<>();
    private volatile HoldCredits hold = HoldCredits.NOTHING;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    /** Whose queue. */
    private record Key(String regionCode, int partition) {}

    FollowHeldLines(ConsumerFactory<String, byte[]> consumers, ReleaseHeldLines release) {
        this.consumers = consumers;
        this.release = release;
    }

    @Override
    public Optional<Overdue> before(String regionCode, YearMonth period) {
        HoldCredits now = hold;
        return now.of(regionCode, period)
                .or(() ->
                        queues.entrySet().stream()
                                .filter(queue -> queue.getKey().regionCode().equals(regionCode))
                                .map(queue ->
                                        queue.getValue()
                                                .leaving(month ->
                                                        now.of(regionCode, month).isEmpty()))
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    @Override
    public void start() {
        stopped = false;
        Consumer<String, byte[]> consumer = open();
        catchUp(consumer);
        thread = Thread.ofPlatform().name("held-lines").start(() -> follow(consumer));
    }

    private Consumer<String, byte[]> open() {
        Consumer<String, byte[]> consumer =
                consumers.createConsumer(null, "held-lines", null, WholeTopic.uncommitted());
        var partitions = new ArrayList<TopicPartition>();
        partitions.add(new TopicPartition(Topic.POLICY_TABLES.topicName(), 0));
        consumer.partitionsFor(Topic.CONTRIBUTION_HELD.topicName())
                .forEach(
                        info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private void catchUp(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read(consumer);
        }
    }

    private void follow(Consumer<String, byte[]> first) {
        Consumer<String, byte[]> consumer = first;
        while (!stopped) {
            try {
                read(consumer);
                queues.forEach(this::releaseWhatMayGo);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("cause", away.getClass().getSimpleName())
                        .log("held lines do not answer");
                consumer.close();
                pause();
                consumer = open();
            }
        }
        consumer.close();
    }

    private void read(Consumer<String, byte[]> consumer) {
        boolean newTables = false;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            newTables |= take(record);
        }
        if (newTables) {
            hold = new HoldCredits(tables.values());
        }
    }

    private boolean take(ConsumerRecord<String, byte[]> record) {
        try {
            return apply(record);
        } catch (JacksonException foreign) {
            // What nobody of ours wrote stops nobody.
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .log("a record that cannot be read is passed over");
            return false;
        }
    }

    /** Whether it was a table. */
    private boolean apply(ConsumerRecord<String, byte[]> record) {
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        if (MessageType.POLICY_TABLE.ceType().equals(type)) {
            tables.put(record.key(), Json.read(record.value(), PolicyTable.class));
            return true;
        }
        if (MessageType.CONTRIBUTION_HELD.ceType().equals(type)) {
            var held = Json.read(record.value(), ContributionHeld.class);
            queue(held.accountId().substring(0, REGION), record.partition())
                    .add(record.offset(), held);
        } else if (MessageType.HELD_RELEASED.ceType().equals(type)) {
            var released = Json.read(record.value(), HeldReleased.class);
            queue(released.regionCode(), released.partition()).released(released.offsets());
        }
        return false;
    }

    private HeldQueue queue(String regionCode, int partition) {
        return queues.computeIfAbsent(new Key(regionCode, partition), _ -> new HeldQueue());
    }

    private void releaseWhatMayGo(Key key, HeldQueue queue) {
        List<Long> going = queue.going(month -> hold.of(key.regionCode(), month).isEmpty());
        if (!going.isEmpty()) {
            queue.released(release.release(key.regionCode(), key.partition(), going));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        if (thread != null) {
            try {
                thread.join(PAUSE_MILLIS * 5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before listeners and doors. */
    @Override
    public int getPhase() {
        return 0;
    }
}
