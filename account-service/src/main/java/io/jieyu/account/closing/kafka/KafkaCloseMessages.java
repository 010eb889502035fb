package io.jieyu.account.closing.kafka;

import io.jieyu.account.closing.CloseMessages;
import io.jieyu.account.inbox.Inbox;
import io.jieyu.codec.Json;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthClosed;
import io.jieyu.ledger.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes closes to every partition of the inbox, and year ends that wait to the topic of seals. */
@Component
class KafkaCloseMessages implements CloseMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Inbox inbox;

    KafkaCloseMessages(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void request(CloseRequested request) {
        String key = request.regionCode() + "/" + request.period();
        inbox.note(
                Topic.ACCOUNT_SEALS,
                MessageType.CLOSE_REQUESTED,
                "request/" + key,
                key,
                Json.write(request));
    }

    @Override
    public Optional<Refusal> close(MonthClosed close) {
        // An attempt of its own: one that was refused may be made again. Twice is a duplicate.
        String id = "close/" + close.regionCode() + "/" + close.period() + "/" + UUID.randomUUID();
        Optional<List<ReplyGiven>> replies =
                inbox.toAll(
                        MessageType.MONTH_CLOSED,
                        id,
                        close.regionCode(),
                        Json.write(close),
                        PATIENCE);
        return replies.flatMap(
                all -> all.stream().map(ReplyGiven::refusal).filter(Objects::nonNull).findFirst());
    }

    @Override
    public void certify(CloseCertified certified) {
        String key = certified.regionCode() + "/" + certified.period();
        inbox.note(
                Topic.ACCOUNT_SEALS,
                MessageType.CLOSE_CERTIFIED,
                "certificate/" + key,
                key,
                Json.write(certified));
    }

    @Override
    public int partitions() {
        return inbox.partitions();
    }
}
