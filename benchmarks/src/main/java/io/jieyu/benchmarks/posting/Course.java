package io.jieyu.benchmarks.posting;

import io.jieyu.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures one contender: messages a second by its committed offsets, so that only work that is
 * done for good counts. The first half is for warming up and is not measured.
 */
final class Course {

    private static final int WARM_UP_SHARE = 2;
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Admin admin;
    private final List<TopicPartition> partitions;

    Course(Admin admin, int partitions) {
        this.admin = admin;
        this.partitions =
                IntStream.range(0, partitions)
                        .mapToObj(partition ->
                                new TopicPartition(Topic.ACCOUNT_INBOX.topicName(), partition))
                        .toList();
    }

    /** Messages a second after the warm-up. */
    double run(Contender contender) throws InterruptedException {
        long begin = System.nanoTime();
        try (var _ = contender.start().start()) {
            long warm = await(contender, contender.limit() / WARM_UP_SHARE, begin);
            long from = System.nanoTime();
            long done = await(contender, contender.limit(), begin);
            return (done - warm) / (Duration.ofNanos(System.nanoTime() - from).toMillis() / 1000.0);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(contender.name(), e);
        }
    }

    private long await(Contender contender, long messages, long begin) throws InterruptedException {
        while (true) {
            long committed = committed(contender.group());
            if (committed >= messages) {
                return committed;
            }
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IllegalStateException(
                        contender.name()
                                + ": "
                                + committed
                                + " of "
                                + messages
                                + " after "
                                + LIMIT);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private long committed(String group) throws InterruptedException {
        try {
            var offsets =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            long all = 0;
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata offset = offsets.get(partition);
                all += offset == null ? 0 : offset.offset();
            }
            return all;
        } catch (ExecutionException notYet) {
            return 0;
        }
    }
}
