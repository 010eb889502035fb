package io.jieyu.servicekit.topics;

import io.jieyu.contracts.Topic;
import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that do not exist yet, and looks hard at those that do. */
@AutoConfiguration
@EnableConfigurationProperties(TopicSettings.class)
public class TopicsConfiguration {

    @Bean
    KafkaAdmin.NewTopics jieyuTopics(TopicSettings settings) {
        return new KafkaAdmin.NewTopics(
                Arrays.stream(Topic.values())
                        .map(topic -> newTopic(topic, settings))
                        .toArray(NewTopic[]::new));
    }

    @Bean
    ExistingTopics existingTopics(KafkaAdmin admin, TopicSettings settings) {
        return new ExistingTopics(admin, settings);
    }

    /** The topic as it is made. */
    public static NewTopic newTopic(Topic topic, TopicSettings settings) {
        return new NewTopic(
                        topic.topicName(),
                        topic.partitions(settings.partitions()),
                        settings.replication())
                .configs(topic.config());
    }
}
