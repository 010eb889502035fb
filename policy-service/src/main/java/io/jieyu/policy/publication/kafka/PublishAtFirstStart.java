package io.jieyu.policy.publication.kafka;

import io.jieyu.contracts.policy.PolicyTable;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the bundled set when no table has ever been published, and follows the topic from then
 * on. Of two services that start at once the later one fences the earlier, looks again and finds
 * its work or does it: never both.
 */
final class PublishAtFirstStart implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(PublishAtFirstStart.class);
    private static final long PAUSE_MILLIS = 500;

    private final String set;
    private final Supplier<List<PolicyTable>> bundled;
    private final TablesTopic tables;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Clock clock;
    private volatile boolean ready;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    PublishAtFirstStart(
            String set,
            Supplier<List<PolicyTable>> bundled,
            TablesTopic tables,
            Supplier<Consumer<String, byte[]>> consumers,
            Supplier<Producer<String, byte[]>> producers,
            Clock clock) {
        this.set = set;
        this.bundled = bundled;
        this.tables = tables;
        this.consumers = consumers;
        this.producers = producers;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopped = false;
        try (var consumer = consumers.get()) {
            tables.from(consumer);
            publishIfNothingIs(consumer);
        }
        thread = Thread.ofPlatform().name("policy-tables").start(this::follow);
    }

    private void publishIfNothingIs(Consumer<String, byte[]> consumer) {
        tables.readToEnd(consumer);
        while (tables.all().isEmpty()) {
            try (var producer = producers.get()) {
                producer.initTransactions();
                tables.readToEnd(consumer);
                if (tables.all().isEmpty()) {
                    new Publication(producer, clock).publish(bundled.get());
                }
            } catch (KafkaException fencedOrAway) {
                LOG.atWarn()
                        .addKeyValue("cause", fencedOrAway.getClass().getSimpleName())
                        .log("publication tried again");
                pause();
            }
            tables.readToEnd(consumer);
        }
        String published = tables.all().getFirst().policySet();
        if (!published.equals(set)) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "jieyu.policies.set: \"%s\" (expected: \"%s\", the set that has been"
                                    + " published)",
                            set,
                            published));
        }
        ready = true;
    }

    private void follow() {
        while (!stopped) {
            try (var consumer = consumers.get()) {
                tables.from(consumer);
                while (!stopped) {
                    tables.read(consumer);
                }
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("cause", away.getClass().getSimpleName())
                        .log("tables topic does not answer");
                pause();
            }
        }
    }

    @Override
    public Health health() {
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("set", set)
                .withDetail("tables", tables.all().size())
                .build();
    }

    @Override
    public void stop() {
        stopped = true;
        if (thread != null) {
            try {
                thread.join(PAUSE_MILLIS * 10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
