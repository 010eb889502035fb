package io.jieyu.policy.publication.kafka;

import io.jieyu.document.DocumentSet;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.StaleTable;
import io.jieyu.policy.publication.Tables;
import io.jieyu.servicekit.observability.Meters;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PublicationConfiguration {

    // The same for every instance: whoever starts last fences the others off.
    static final String TRANSACTIONAL_ID = "jieyu-policy-publication";
    private static final int MAX_BLOCK_MILLIS = 10_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PolicyTopics policyTopics(ConsumerFactory<?, ?> consumerFactory) {
        var consuming = new HashMap<String, Object>(consumerFactory.getConfigurationProperties());
        consuming.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new PolicyTopics(() -> new KafkaConsumer<>(consuming));
    }

    @Bean
    PolicyJournal policyJournal(
            PolicyTopics topics, ProducerFactory<?, ?> producerFactory, Clock clock) {
        var producing = new HashMap<String, Object>(producerFactory.getConfigurationProperties());
        producing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        producing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        return new KafkaPolicyJournal(topics, () -> new KafkaProducer<>(producing), clock);
    }

    @Bean
    PublishAtFirstStart publication(
            PolicySettings settings, PolicyTopics topics, PolicyJournal journal) {
        return new PublishAtFirstStart(
                settings.set(),
                () -> Tables.of(DocumentSet.bundled(settings.set())),
                topics,
                journal);
    }

    @Bean
    MeterBinder policyMeters(PolicyJournal journal, PolicySettings settings, Clock clock) {
        return registry -> {
            Meters.POLICY_VERSIONS.gauge(
                    registry,
                    () ->
                            journal.state().tables().values().stream()
                                    .mapToInt(table -> table.versions().size())
                                    .sum(),
                    "set",
                    settings.set());
            Meters.POLICY_STALE.gauge(
                    registry,
                    () ->
                            StaleTable.on(
                                            LocalDate.now(clock.withZone(BusinessDates.CHINA)),
                                            journal.state())
                                    .size(),
                    "set",
                    settings.set());
        };
    }
}
