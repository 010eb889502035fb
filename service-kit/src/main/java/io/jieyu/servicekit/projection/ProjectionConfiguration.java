package io.jieyu.servicekit.projection;

import com.mongodb.client.MongoDatabase;
import io.jieyu.servicekit.mongo.MongoConfiguration;
import io.jieyu.servicekit.observability.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Runs every {@link Projection} bean of the service. */
@AutoConfiguration(after = {MongoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnProperty("jieyu.read-side")
public class ProjectionConfiguration {

    private static final int BATCH = 2_000;

    @Bean
    Projections projections(
            List<Projection> projections,
            MongoDatabase database,
            ConsumerFactory<?, ?> consumerFactory) {
        Map<String, Object> settings = consumerFactory.getConfigurationProperties();
        return new Projections(
                projections,
                database,
                () -> {
                    var own = new HashMap<>(settings);
                    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
                    own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
                    own.remove(ConsumerConfig.GROUP_ID_CONFIG);
                    return new KafkaConsumer<>(own);
                });
    }

    @Bean
    MeterBinder projectionLag(Projections projections) {
        return (MeterRegistry registry) ->
                projections
                        .collections()
                        .forEach(collection ->
                                Meters.PROJECTION_LAG.gauge(
                                        registry,
                                        () -> projections.lag(collection),
                                        "collection",
                                        collection));
    }
}
