package io.jieyu.account.inbox.kafka;

import io.jieyu.account.inbox.Inbox;
import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.ledger.decision.Broadcasts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends in transactions: what is sent is sent whole. */
final class KafkaInbox implements Inbox {

    private static final String SOURCE = "/account-service";
    private static final byte[] WANTED = {1};

    private final KafkaTemplate<String, byte[]> kafka;
    private final WaitingCallers callers;
    private final Clock clock;
    private final int partitions;

    KafkaInbox(
            KafkaTemplate<String, byte[]> kafka,
            WaitingCallers callers,
            Clock clock,
            int partitions) {
        this.kafka = kafka;
        this.callers = callers;
        this.clock = clock;
        this.partitions = partitions;
    }

    @Override
    public Optional<ReplyGiven> toAccount(
            String accountId, String messageId, String type, byte[] value, Duration patience) {
        var answer = callers.to(accountId, messageId, 1);
        var event = new CloudEvent(messageId, type, SOURCE, accountId, clock.instant());
        var record = CloudEvents.record(Topic.ACCOUNT_INBOX, null, accountId, event, value);
        record.headers().add(CloudEvent.REPLY_HEADER, WANTED);
        kafka.executeInTransaction(transaction -> {
            send(transaction, record);
            return true;
        });
        return await(answer, patience).map(List::getFirst);
    }

    @Override
    public Optional<List<ReplyGiven>> toAll(
            MessageType type, String messageId, String subject, byte[] value, Duration patience) {
        var answer = callers.to(Broadcasts.scope(0), messageId, partitions);
        kafka.executeInTransaction(transaction -> {
            for (int partition = 0; partition < partitions; partition++) {
                var event = CloudEvent.of(type, messageId, SOURCE, subject, clock.instant());
                var record =
                        CloudEvents.record(
                                Topic.ACCOUNT_INBOX,
                                partition,
                                Broadcasts.scope(partition),
                                event,
                                value);
                record.headers().add(CloudEvent.REPLY_HEADER, WANTED);
                send(transaction, record);
            }
            return true;
        });
        return await(answer, patience);
    }

    @Override
    public void toAccounts(MessageType type, List<ToAccount> messages) {
        kafka.executeInTransaction(transaction -> {
            for (ToAccount message : messages) {
                String id = message.accountId();
                var event = CloudEvent.of(type, message.messageId(), SOURCE, id, clock.instant());
                send(
                        transaction,
                        CloudEvents.record(
                                Topic.ACCOUNT_INBOX, null, id, event, Json.write(message.value())));
            }
            return true;
        });
    }

    @Override
    public void note(Topic topic, MessageType type, String messageId, String key, byte[] value) {
        var event = CloudEvent.of(type, messageId, SOURCE, key, clock.instant());
        kafka.executeInTransaction(transaction -> {
            send(transaction, CloudEvents.record(topic, 0, key, event, value));
            return true;
        });
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when one of them fails
    private static void send(
            KafkaOperations<String, byte[]> transaction, ProducerRecord<String, byte[]> record) {
        transaction.send(record);
    }

    private static Optional<List<ReplyGiven>> await(
            CompletableFuture<List<ReplyGiven>> answer, Duration patience) {
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(false);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
