package io.jieyu.servicekit.topics;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How topics are made.
 *
 * @param partitions of every topic with a key; fixed once the topics exist
 * @param replication number of brokers that hold each partition
 */
@ConfigurationProperties("jieyu.topics")
public record TopicSettings(int partitions, short replication) {

    private static final int MOST_PARTITIONS = 10_000;

    public TopicSettings {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "jieyu.topics.partitions: %d (expected: 1 to %d)",
                            partitions,
                            MOST_PARTITIONS));
        }
        if (replication < 1) {
            throw new IllegalArgumentException(
                    "jieyu.topics.replication: " + replication + " (expected: >= 1)");
        }
    }
}
