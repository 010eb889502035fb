package io.jieyu.servicekit.topics;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that do not exist yet, and looks hard at those that do. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(TopicSettings.class)
public class TopicsConfiguration {

    @Bean
    MakeTopics topics(KafkaAdmin admin, TopicSettings settings) {
        return new MakeTopics(admin.getConfigurationProperties(), settings);
    }
}
