package io.jieyu.account.posting.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.account.ReplyGiven;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Answer;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** The answer to a message whose sender waits for one. */
final class Replies {

    private Replies() {}

    /**
     * The reply, when the message asks for one with the header {@link CloudEvent#REPLY_HEADER}.
     *
     * @param replayed whether the message id was known already
     */
    static Optional<Record<String, byte[]>> to(
            Record<String, byte[]> inbox, Message message, Answer answer, boolean replayed) {
        if (inbox.headers().lastHeader(CloudEvent.REPLY_HEADER) == null) {
            return Optional.empty();
        }
        var reply =
                new ReplyGiven(
                        message.messageId(),
                        message.scope(),
                        answer.sequence(),
                        replayed,
                        answer.outcome(),
                        answer.refusal(),
                        answer.result().isEmpty() ? null : answer.result(),
                        answer.balances());
        var headers =
                new RecordHeaders()
                        .add(CloudEvent.ID_HEADER, message.messageId().getBytes(UTF_8))
                        .add(
                                CloudEvent.TYPE_HEADER,
                                MessageType.REPLY_GIVEN.ceType().getBytes(UTF_8))
                        .add(CloudEvent.SOURCE_HEADER, "/account-service".getBytes(UTF_8))
                        .add(
                                CloudEvent.SPEC_VERSION_HEADER,
                                CloudEvent.SPEC_VERSION.getBytes(UTF_8))
                        .add(CloudEvent.SUBJECT_HEADER, message.scope().getBytes(UTF_8))
                        .add(
                                CloudEvent.CONTENT_TYPE_HEADER,
                                CloudEvent.CONTENT_TYPE.getBytes(UTF_8));
        return Optional.of(
                new Record<>(message.messageId(), Json.write(reply), inbox.timestamp(), headers));
    }
}
