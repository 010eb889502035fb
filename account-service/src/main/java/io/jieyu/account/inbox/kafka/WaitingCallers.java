package io.jieyu.account.inbox.kafka;

import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.account.ReplyGiven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;

/**
 * Hands each reply of the ledger to the caller who waits for it in this process; every process
 * reads all replies, from its start on. A reply for which nobody waits is dropped: the entry is the
 * lasting answer.
 */
final class WaitingCallers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCallers.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread reader;

    /** A caller who waits for so many replies to a message. */
    private record Waiting(
            int expected, List<ReplyGiven> replies, CompletableFuture<List<ReplyGiven>> answer) {}

    WaitingCallers(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * Waits for the replies to a message that is about to be sent.
     *
     * @param expected one for each partition that the message goes to
     */
    public CompletableFuture<List<ReplyGiven>> to(String scope, String messageId, int expected) {
        var caller = new Waiting(expected, new ArrayList<>(), new CompletableFuture<>());
        String key = key(scope, messageId);
        waiting.put(key, caller);
        return caller.answer.whenComplete((_, _) -> waiting.remove(key, caller));
    }

    private static String key(String scope, String messageId) {
        return (scope.startsWith("broadcast/") ? "broadcast" : scope) + '\0' + messageId;
    }

    private void read() {
        while (running) {
            try (var consumer = consumers.get()) {
                var partitions =
                        consumer.partitionsFor(Topic.ACCOUNT_REPLIES.topicName()).stream()
                                .map(info -> new TopicPartition(info.topic(), info.partition()))
                                .toList();
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                while (running) {
                    consumer.poll(POLL).forEach(record -> give(record.value()));
                }
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException outage) {
                LOG.atWarn()
                        .addKeyValue("cause", outage.getClass().getSimpleName())
                        .log("replies wait");
                pause();
            }
        }
    }

    private void give(byte[] value) {
        try {
            ReplyGiven reply = Json.read(value, ReplyGiven.class);
            Waiting caller = waiting.get(key(reply.accountId(), reply.messageId()));
            if (caller != null) {
                caller.replies.add(reply);
                if (caller.replies.size() == caller.expected) {
                    caller.answer.complete(List.copyOf(caller.replies));
                }
            }
        } catch (JacksonException foreign) {
            LOG.warn("a reply that cannot be read");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        reader = Thread.ofPlatform().daemon().name("replies").start(this::read);
    }

    @Override
    public void stop() {
        running = false;
        if (reader != null) {
            try {
                reader.join(POLL.multipliedBy(4));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            reader = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
