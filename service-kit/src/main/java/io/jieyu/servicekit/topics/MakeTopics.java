package io.jieyu.servicekit.topics;

import io.jieyu.contracts.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the topics that do not exist yet, before anything reads or writes one, and changes none
 * that does: with another number of partitions an account would get a second history. Settings that
 * do not fit what is there end the start.
 */
final class MakeTopics implements SmartLifecycle {

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 100;
    private static final int LEADER_MILLIS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MakeTopics.class);

    private final Map<String, Object> kafka;
    private final TopicSettings settings;
    private boolean running;

    MakeTopics(Map<String, Object> kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    @Override
    public void start() {
        try (var admin = Admin.create(kafka)) {
            for (Topic topic : Topic.values()) {
                make(topic, admin);
            }
            Map<String, TopicDescription> found = describe(admin);
            compare(found);
            awaitLeaders(admin, found.values());
        } catch (ExecutionException failed) {
            throw new KafkaException("topics: " + failed.getMessage(), failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        }
        running = true;
    }

    private void make(Topic topic, Admin admin) throws ExecutionException, InterruptedException {
        var wanted =
                new NewTopic(
                                topic.topicName(),
                                topic.partitions(settings.partitions()),
                                settings.replication())
                        .configs(topic.config());
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private void compare(Map<String, TopicDescription> found) {
        for (Topic topic : Topic.values()) {
            int there =
                    Objects.requireNonNull(found.get(topic.topicName()), topic.topicName())
                            .partitions()
                            .size();
            if (there != topic.partitions(settings.partitions())) {
                throw new IllegalStateException(
                        "jieyu.topics.partitions: "
                                + settings.partitions()
                                + " (expected: "
                                + there
                                + ", the partitions of "
                                + topic.topicName()
                                + ")");
            }
        }
    }

    private static Map<String, TopicDescription> describe(Admin admin)
            throws ExecutionException, InterruptedException {
        var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        return answer(() -> admin.describeTopics(names).allTopicNames());
    }

    /**
     * A producer that meets a new partition before its leader is ready can lose the order of its
     * first batches, and then sends them in vain until it gives up. A partition that has lost its
     * leader keeps no service from starting.
     */
    private static void awaitLeaders(Admin admin, Collection<TopicDescription> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> places =
                topics.stream()
                        .flatMap(topic ->
                                topic.partitions().stream()
                                        .map(info ->
                                                new TopicPartition(topic.name(), info.partition())))
                        .collect(Collectors.toMap(place -> place, _ -> OffsetSpec.latest()));
        var limit = new ListOffsetsOptions().timeoutMs(LEADER_MILLIS);
        try {
            answer(() -> admin.listOffsets(places, limit).all());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof RetriableException)) {
                throw failed;
            }
            LOG.atWarn().setCause(failed.getCause()).log("partitions without a leader");
        }
    }

    /** A broker may hear of a new topic a moment after the controller has made it. */
    private static <T> T answer(Supplier<KafkaFuture<T>> question)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get().get();
            } catch (ExecutionException failed) {
                if (attempt == ATTEMPTS
                        || !(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before whatever reads or writes a topic. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
