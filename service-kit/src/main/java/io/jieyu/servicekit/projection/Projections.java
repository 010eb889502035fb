package io.jieyu.servicekit.projection;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * All projections of a service while it runs; as a health contributor it says whether they can be
 * believed.
 */
public final class Projections implements SmartLifecycle, HealthIndicator {

    private static final int STOP_MILLIS = 10_000;

    private final List<Projector> projectors;
    private List<Thread> threads = List.of();

    Projections(
            List<Projection> projections,
            MongoDatabase database,
            Supplier<Consumer<String, byte[]>> consumers) {
        this.projectors =
                projections.stream()
                        .map(projection -> new Projector(projection, database, consumers))
                        .toList();
    }

    /**
     * How far the collection's projection is, a checkpoint for each partition; empty while it has
     * not caught up since its start, so that nobody takes a half-built answer for the truth.
     */
    public Optional<List<Checkpoint>> asOf(String collection) {
        return projectors.stream()
                .filter(projector -> projector.projection().collection().equals(collection))
                .filter(projector -> projector.state() == ProjectionState.UP_TO_DATE)
                .findFirst()
                .map(projector ->
                        projector.checkpoints().values().stream()
                                .sorted(
                                        Comparator.comparing(Checkpoint::topic)
                                                .thenComparingInt(Checkpoint::partition))
                                .toList());
    }

    /** The same, of the partitions in which the key's records are. */
    public Optional<List<Checkpoint>> asOf(String collection, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return asOf(collection)
                .map(all ->
                        all.stream()
                                .filter(one -> {
                                    int partitions =
                                            (int)
                                                    all.stream()
                                                            .filter(other ->
                                                                    other.topic()
                                                                            .equals(one.topic()))
                                                            .count();
                                    return one.partition()
                                            == Utils.toPositive(Utils.murmur2(bytes)) % partitions;
                                })
                                .toList());
    }

    /** Records that are in the topics and not yet in the collection. */
    public long lag(String collection) {
        return projectors.stream()
                .filter(projector -> projector.projection().collection().equals(collection))
                .flatMap(projector -> projector.checkpoints().values().stream())
                .mapToLong(Checkpoint::lag)
                .sum();
    }

    /** The names of the collections. */
    public List<String> collections() {
        return projectors.stream().map(projector -> projector.projection().collection()).toList();
    }

    @Override
    public Health health() {
        boolean ready =
                projectors.stream()
                        .allMatch(projector -> projector.state() == ProjectionState.UP_TO_DATE);
        var health = ready ? Health.up() : Health.outOfService();
        for (Projector projector : projectors) {
            String collection = projector.projection().collection();
            health.withDetail(
                    collection,
                    String.format(Locale.ROOT, "%s, lag %d", projector.state(), lag(collection)));
        }
        return health.build();
    }

    @Override
    public void start() {
        threads =
                projectors.stream()
                        .map(projector ->
                                Thread.ofPlatform()
                                        .name("projection-" + projector.projection().collection())
                                        .start(projector))
                        .toList();
    }

    @Override
    public void stop() {
        projectors.forEach(Projector::stop);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
