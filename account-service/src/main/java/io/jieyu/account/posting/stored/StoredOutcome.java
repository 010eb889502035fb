package io.jieyu.account.posting.stored;

import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A row of what a scope remembers for ever (rulebook 5.2): the first answer under a message id, and
 * what a business key is bound to. A message and the key it binds share a row; a further key of the
 * message, and one that a close binds, have rows of their own.
 *
 * @param messageId null when no answer is in the row
 * @param businessKey null when no key is in the row
 */
public record StoredOutcome(
        @Nullable String messageId,
        @Nullable Answer answer,
        @Nullable String businessKey,
        @Nullable Binding binding) {

    public static final StoredOutcome NOTHING = new StoredOutcome(null, null, null, null);

    private static final byte FORM = 3;

    /** The same row with the key bound. */
    public StoredOutcome bound(String key, Binding to) {
        return new StoredOutcome(messageId, answer, key, to);
    }

    public byte[] write() {
        var bytes = new ByteWriter().raw(FORM).text(messageId);
        if (answer != null) {
            StoredAnswer.write(answer, bytes);
        }
        bytes.text(businessKey);
        if (binding != null) {
            boolean own = binding.messageId().equals(messageId);
            bytes.text(own ? null : binding.messageId());
            StoredBinding.write(binding, bytes);
        }
        return bytes.toBytes();
    }

    public static StoredOutcome read(byte[] value) {
        var bytes = ByteReader.of("stored outcome", FORM, value);
        String messageId = bytes.optionalText();
        Answer answer = messageId == null ? null : StoredAnswer.read(bytes);
        String businessKey = bytes.optionalText();
        Binding binding = businessKey == null ? null : binding(messageId, bytes);
        return new StoredOutcome(messageId, answer, businessKey, binding);
    }

    private static Binding binding(@Nullable String own, ByteReader bytes) {
        String other = bytes.optionalText();
        String messageId = other == null ? own : other;
        if (messageId == null) {
            throw new IllegalStateException("stored outcome: a key that no message has bound");
        }
        return StoredBinding.read(messageId, bytes);
    }
}
