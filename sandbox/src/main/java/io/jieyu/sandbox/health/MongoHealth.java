package io.jieyu.sandbox.health;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.util.Optional;
import org.bson.Document;

/** A MongoDB is ready when it answers a ping. */
public record MongoHealth(String uri) implements Health {

    private static final int PATIENCE_SECONDS = 3;

    @Override
    public String address() {
        return uri;
    }

    @Override
    public Optional<String> trouble() {
        try (var client = MongoClients.create(patientFor(PATIENCE_SECONDS))) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return Optional.empty();
        } catch (MongoException | IllegalArgumentException e) {
            // Not the message: it repeats the whole address, and a password may be in it.
            return Optional.of("no answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    private MongoClientSettings patientFor(int seconds) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(seconds, SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(seconds, SECONDS))
                .build();
    }
}
