package io.jieyu.account.posting.streams;

import static io.jieyu.ledger.RefusalCode.INVALID_FIELD;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.decision.Broadcasts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a record of the inbox into a message of the ledger. It never fails: what cannot be read
 * becomes a message that says why, and so gets its record and its refusal like any other.
 */
final class InboxReader {

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    private final int partition;
    private final int partitions;

    /**
     * Reads one partition.
     *
     * @param partitions how many the inbox has: an account has its history in one of them
     */
    InboxReader(int partition, int partitions) {
        this.partition = partition;
        this.partitions = partitions;
    }

    Message read(Record<String, byte[]> inbox, long offset) {
        String key = inbox.key() == null ? "" : inbox.key();
        String id = header(inbox.headers(), CloudEvent.ID_HEADER);
        String type = header(inbox.headers(), CloudEvent.TYPE_HEADER);
        String messageId = id == null ? "inbox/" + partition + "/" + offset : id;
        String scope = AccountId.isValid(key) ? key : Broadcasts.scope(partition);
        String kind = kind(type);
        Refusal unreadable = misdirected(key, scope);
        if (unreadable == null && id == null) {
            unreadable =
                    Refusal.ofField(
                            INVALID_FIELD,
                            CloudEvent.ID_HEADER,
                            null,
                            "a message id in this header");
        }
        if (unreadable == null && type == null) {
            unreadable =
                    Refusal.ofField(
                            INVALID_FIELD,
                            CloudEvent.TYPE_HEADER,
                            null,
                            "a message type in this header");
        }
        if (unreadable != null) {
            return new Message(messageId, kind, scope, offset, Map.of(), unreadable);
        }
        return withFields(
                new Message(messageId, kind, scope, offset, Map.of(), null), inbox.value());
    }

    /** The header as text; null when it is missing or empty. */
    static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Message withFields(Message message, byte @Nullable [] value) {
        if (value != null) {
            try {
                Map<String, @Nullable Object> fields = JSON.readValue(value);
                if (fields != null) {
                    return new Message(
                            message.messageId(),
                            message.kind(),
                            message.scope(),
                            message.position(),
                            fields,
                            null);
                }
            } catch (JacksonException notAnObject) {
                // Said below, without the parser's words: they may hold personal data.
            }
        }
        return new Message(
                message.messageId(),
                message.kind(),
                message.scope(),
                message.position(),
                Map.of(),
                Refusal.ofField(INVALID_FIELD, "value", null, "a JSON object in UTF-8"));
    }

    private static String kind(@Nullable String type) {
        return type == null
                ? "unknown"
                : MessageType.of(type).flatMap(MessageType::kind).orElse(type);
    }

    private @Nullable Refusal misdirected(String key, String scope) {
        if (scope.equals(key)) {
            int home =
                    Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)))
                            % partitions;
            return home == partition || !AccountId.isValid(key)
                    ? null
                    : Refusal.ofField(
                            INVALID_FIELD,
                            "partition",
                            (long) partition,
                            home + ", where its key belongs");
        }
        return Refusal.ofField(INVALID_FIELD, "accountId", key, "a key " + AccountId.EXPECTED);
    }
}
