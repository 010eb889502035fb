package io.jieyu.sandbox.health;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * A cluster is ready when it can name its brokers; a broker that is not registered yet is not among
 * them.
 */
public record KafkaHealth(String bootstrap) implements Health {

    private static final int PATIENCE_SECONDS = 3;

    @Override
    public String address() {
        return "kafka://" + bootstrap;
    }

    @Override
    public Optional<String> trouble() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "request.timeout.ms", PATIENCE_SECONDS * 1000,
                        "default.api.timeout.ms", PATIENCE_SECONDS * 1000);
        Admin admin = Admin.create(settings);
        try {
            int brokers = admin.describeCluster().nodes().get(PATIENCE_SECONDS, SECONDS).size();
            return brokers > 0 ? Optional.empty() : Optional.of("no broker is registered yet");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Optional.of("no answer at " + bootstrap);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
