package io.jieyu.account.posting.streams;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The topology, running with the service. A thread that dies of an outage is replaced and begins at
 * its last transaction; nothing is skipped.
 */
public final class RunningTopology implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunningTopology.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Topology topology;
    private final Properties settings = new Properties();
    private @Nullable KafkaStreams streams;

    public RunningTopology(Topology topology, Map<String, Object> settings) {
        this.topology = topology;
        this.settings.putAll(settings);
    }

    @Override
    public synchronized void start() {
        var started = new KafkaStreams(topology, settings);
        started.setUncaughtExceptionHandler(cause -> {
            LOG.error("stream thread replaced", cause);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.start();
        streams = started;
    }

    /**
     * One partition of a store, to be read.
     *
     * @throws InvalidStateStoreException while this process does not hold the partition
     */
    synchronized ReadOnlyKeyValueStore<String, byte[]> store(String name, int partition) {
        if (streams == null) {
            throw new InvalidStateStoreException(name + ": the topology does not run");
        }
        return streams.store(
                StoreQueryParameters.fromNameAndType(
                                name, QueryableStoreTypes.<String, byte[]>keyValueStore())
                        .withPartition(partition));
    }

    public synchronized KafkaStreams.State state() {
        return streams == null ? KafkaStreams.State.CREATED : streams.state();
    }

    @Override
    public synchronized void stop() {
        if (streams != null) {
            // Leaving the group lets the next start have its partitions at once.
            streams.close(
                    CloseOptions.timeout(STOP_LIMIT)
                            .withGroupMembershipOperation(
                                    CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            streams = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }
}
