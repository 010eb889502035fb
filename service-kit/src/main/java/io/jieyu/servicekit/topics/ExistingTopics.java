package io.jieyu.servicekit.topics;

import io.jieyu.contracts.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Ends the start of a service whose settings do not fit the topics that are there: with another
 * number of partitions an account would get a second history.
 */
final class ExistingTopics implements SmartLifecycle {

    private final KafkaAdmin admin;
    private final TopicSettings settings;
    private boolean running;

    ExistingTopics(KafkaAdmin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    @Override
    public void start() {
        String[] names = Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new);
        var found = admin.describeTopics(names);
        for (Topic topic : Topic.values()) {
            TopicDescription description =
                    Objects.requireNonNull(found.get(topic.topicName()), topic.topicName());
            int there = description.partitions().size();
            if (there != topic.partitions(settings.partitions())) {
                throw new IllegalStateException(
                        String.format(
                                Locale.ROOT,
                                "jieyu.topics.partitions: %d (expected: %d, the partitions of %s)",
                                settings.partitions(),
                                there,
                                topic.topicName()));
            }
        }
        running = true;
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
