package io.jieyu.benchmarks.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.sandbox.load.InboxLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends a contribution every few milliseconds and measures how long the ledger's reply takes, from
 * the sending to the reading of what is committed.
 */
final class Latency implements AutoCloseable {

    private static final long EVERY_MILLIS = 5;
    private static final Duration POLL = Duration.ofMillis(10);

    private final String bootstrap;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Long> nanos = new ArrayList<>();
    private final List<Thread> threads;
    private volatile boolean running = true;
    private int person;

    Latency(String bootstrap) {
        this.bootstrap = bootstrap;
        this.threads =
                List.of(
                        Thread.ofPlatform().daemon().name("probes").start(this::send),
                        Thread.ofPlatform().daemon().name("replies").start(this::read));
    }

    /** The latencies since the last time it was asked. */
    synchronized List<Long> take() {
        var taken = List.copyOf(nanos);
        nanos.clear();
        return taken;
    }

    /** In milliseconds; of nothing 0. */
    static double percentile(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share)))
                        / 1e6;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a lost probe has no latency
    private void send() {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            while (running) {
                String id = "probe-" + person;
                String account = InboxLoad.accountId(person++);
                // refused or accepted: the way through the ledger is the same
                String value = InboxLoad.json(person - 1, 20);
                var record =
                        new ProducerRecord<>(
                                Topic.ACCOUNT_INBOX.topicName(), account, value.getBytes(UTF_8));
                record.headers()
                        .add(CloudEvent.ID_HEADER, id.getBytes(UTF_8))
                        .add(
                                CloudEvent.TYPE_HEADER,
                                MessageType.CONTRIBUTION_RECEIVED.ceType().getBytes(UTF_8))
                        .add(CloudEvent.REPLY_HEADER, new byte[] {1});
                sent.put(id, System.nanoTime());
                producer.send(record);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Topic.ACCOUNT_REPLIES.topicName()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (running) {
                consumer.poll(POLL).forEach(record -> note(record.key()));
            }
        }
    }

    private synchronized void note(String id) {
        Long start = sent.remove(id);
        if (start != null) {
            nanos.add(System.nanoTime() - start);
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
