package io.jieyu.account.inbox.kafka;

import io.jieyu.account.inbox.Inbox;
import io.jieyu.servicekit.topics.TopicSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sending to the inbox, and waiting for the ledger's answer. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WaitingCallers waitingCallers(ConsumerFactory<String, byte[]> consumers) {
        return new WaitingCallers(() -> consumers.createConsumer(null, "replies"));
    }

    @Bean
    Inbox inbox(
            KafkaTemplate<String, byte[]> kafka,
            WaitingCallers callers,
            Clock clock,
            TopicSettings topics) {
        return new KafkaInbox(kafka, callers, clock, topics.partitions());
    }
}
