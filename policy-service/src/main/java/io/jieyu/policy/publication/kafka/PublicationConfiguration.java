package io.jieyu.policy.publication.kafka;

import io.jieyu.policy.publication.PolicyTables;
import io.jieyu.policy.publication.yaml.BundledSets;
import io.jieyu.servicekit.observability.Meters;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
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
    private static final String TRANSACTIONAL_ID = "jieyu-policy-publication";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TablesTopic policyTables() {
        return new TablesTopic();
    }

    @Bean
    PublishAtFirstStart publication(
            PolicySettings settings,
            BundledSets bundled,
            TablesTopic tables,
            ConsumerFactory<?, ?> consumerFactory,
            ProducerFactory<?, ?> producerFactory,
            Clock clock) {
        var consuming = new HashMap<String, Object>(consumerFactory.getConfigurationProperties());
        consuming.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var producing = new HashMap<String, Object>(producerFactory.getConfigurationProperties());
        producing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        return new PublishAtFirstStart(
                settings.set(),
                () -> bundled.tables(settings.set()),
                tables,
                () -> new KafkaConsumer<>(consuming),
                () -> new KafkaProducer<>(producing),
                clock);
    }

    @Bean
    MeterBinder policyVersions(PolicyTables tables, PolicySettings settings) {
        return registry ->
                Meters.POLICY_VERSIONS.gauge(
                        registry,
                        () ->
                                tables.all().stream()
                                        .mapToInt(table -> table.versions().size())
                                        .sum(),
                        "set",
                        settings.set());
    }
}
