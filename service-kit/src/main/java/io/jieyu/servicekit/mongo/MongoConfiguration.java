package io.jieyu.servicekit.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The database of a service that has a read side ({@code jieyu.read-side: true}). */
@AutoConfiguration
@ConditionalOnProperty("jieyu.read-side")
@EnableConfigurationProperties(MongoSettings.class)
public class MongoConfiguration {

    private static final int PATIENCE_SECONDS = 5;

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(MongoSettings settings) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(settings.uri()))
                        .applyToClusterSettings(cluster ->
                                cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        return client.getDatabase(settings.database());
    }
}
