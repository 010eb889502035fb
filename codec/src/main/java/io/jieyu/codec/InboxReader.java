package io.jieyu.codec;

import static io.jieyu.ledger.RefusalCode.INVALID_FIELD;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.ledger.decision.PublishedPolicy;
import io.jieyu.ledger.policy.PolicyVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
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
public final class InboxReader {

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    private static final Refusal NOT_AN_OBJECT =
            Refusal.ofField(INVALID_FIELD, "value", null, "a JSON object in UTF-8");

    private final int partition;
    private final int partitions;

    /**
     * Reads one partition.
     *
     * @param partitions how many the inbox has: an account has its history in one of them
     */
    public InboxReader(int partition, int partitions) {
        this.partition = partition;
        this.partitions = partitions;
    }

    /** The message that stands at the offset. */
    public Message read(
            @Nullable String key, Headers headers, byte @Nullable [] value, long offset) {
        return read(
                key,
                CloudEvents.header(headers, CloudEvent.ID_HEADER),
                CloudEvents.header(headers, CloudEvent.TYPE_HEADER),
                value,
                offset);
    }

    /**
     * The same, of its parts.
     *
     * @param id CloudEvents id; null when the header is missing
     * @param type CloudEvents type; null when the header is missing
     */
    public Message read(
            @Nullable String recordKey,
            @Nullable String id,
            @Nullable String type,
            byte @Nullable [] value,
            long offset) {
        String key = recordKey == null ? "" : recordKey;
        String messageId = id == null ? "inbox/" + partition + "/" + offset : id;
        String scope = scope(recordKey);
        Refusal unreadable = trouble(key, scope, id, type);
        if (unreadable != null) {
            return Message.unreadable(messageId, kind(type), scope, offset, unreadable);
        }
        return object(value)
                .map(fields -> Message.of(messageId, kind(type), scope, offset, fields))
                .orElseGet(() ->
                        Message.unreadable(messageId, kind(type), scope, offset, NOT_AN_OBJECT));
    }

    /** The history that a record with this key belongs to. */
    public String scope(@Nullable String key) {
        return key != null && AccountId.isValid(key) ? key : Broadcasts.scope(partition);
    }

    /**
     * The policy version that an accepted message brought.
     *
     * @param value the value of that message
     */
    public PolicyVersion policy(byte[] value, long offset) {
        try {
            Map<String, @Nullable Object> fields = JSON.readValue(value);
            return switch (PublishedPolicy.read(new Fields(fields)).version(offset)) {
                case PublishedPolicy.Version.Valid(var version) -> version;
                case PublishedPolicy.Version.Refused(var refusal) ->
                        throw new IllegalStateException(
                                String.format(
                                        Locale.ROOT,
                                        "accepted policy at offset %d: %s",
                                        offset,
                                        refusal));
            };
        } catch (InvalidField e) {
            throw new IllegalStateException("accepted policy at offset " + offset, e);
        }
    }

    private static Optional<Map<String, @Nullable Object>> object(byte @Nullable [] value) {
        try {
            return value == null ? Optional.empty() : Optional.ofNullable(JSON.readValue(value));
        } catch (JacksonException notAnObject) {
            // Without the parser's words: they may hold personal data.
            return Optional.empty();
        }
    }

    private @Nullable Refusal trouble(
            String key, String scope, @Nullable String id, @Nullable String type) {
        if (id == null) {
            return Refusal.ofField(
                    INVALID_FIELD, CloudEvent.ID_HEADER, null, "a message id in this header");
        }
        return type == null
                ? Refusal.ofField(
                        INVALID_FIELD,
                        CloudEvent.TYPE_HEADER,
                        null,
                        "a message type in this header")
                : misdirected(key, scope);
    }

    /** The partition to which an account's key belongs by Kafka's own rule. */
    public static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static String kind(@Nullable String type) {
        return type == null
                ? "unknown"
                : MessageType.of(type).flatMap(MessageType::kind).orElse(type);
    }

    private @Nullable Refusal misdirected(String key, String scope) {
        if (scope.equals(key)) {
            int home = partitionOf(key, partitions);
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
