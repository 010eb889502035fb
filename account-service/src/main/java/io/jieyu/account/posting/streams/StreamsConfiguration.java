package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.servicekit.topics.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topology as this service runs it. */
@Configuration(proxyBeanMethods = false)
class StreamsConfiguration {

    @Bean
    PostingMeters postingMeters(MeterRegistry registry) {
        return new PostingMeters(registry);
    }

    @Bean
    RunningTopology runningTopology(
            KafkaProperties kafka, TopicSettings topics, PostingMeters meters) {
        var settings = kafka.buildStreamsProperties();
        var topology =
                AccountTopology.build(new Ledger(), meters, topics.partitions(), Closes.NONE);
        return new RunningTopology(topology, StreamsSettings.of(settings, topics.replication()));
    }

    @Bean
    LiveAccounts liveAccounts(RunningTopology topology, TopicSettings topics) {
        return new StoredAccounts(topology, topics.partitions(), Closes.NONE);
    }

    @Bean
    HealthIndicator streamsHealthIndicator(RunningTopology topology) {
        return () -> {
            KafkaStreams.State state = topology.state();
            var health = state == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService();
            return health.withDetail("state", state.name()).build();
        };
    }
}
