package io.jieyu.sandbox.kafka;

import io.jieyu.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes all topics on a single broker, for tests and benchmarks that write before any service. */
public final class MakeTopics {

    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 100;

    private MakeTopics() {}

    /** As the services would; returns when every partition takes records. */
    public static void on(String bootstrap, int partitions) {
        var topics =
                Arrays.stream(Topic.values())
                        .map(topic ->
                                new NewTopic(
                                                topic.topicName(),
                                                topic.partitions(partitions),
                                                (short) 1)
                                        .configs(topic.config()))
                        .toList();
        var places =
                topics.stream()
                        .flatMap(topic ->
                                IntStream.range(0, topic.numPartitions())
                                        .mapToObj(partition ->
                                                new TopicPartition(topic.name(), partition)))
                        .collect(Collectors.toMap(place -> place, _ -> OffsetSpec.latest()));
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(topics).all().get();
            awaitLeaders(admin, places);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("topics at " + bootstrap, e);
        }
    }

    /**
     * A producer that meets a partition before its leader is ready can lose the order of its first
     * batches, and then sends them in vain until it gives up; and a broker may hear of a new topic
     * a moment after the controller has made it.
     */
    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> places)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                admin.listOffsets(places).all().get();
                return;
            } catch (ExecutionException failed) {
                if (attempt == ATTEMPTS
                        || !(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
