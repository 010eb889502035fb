package io.jieyu.audit.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference, at its place.
 *
 * @param topic where it was found; for something that is missing, where its cause stands
 * @param offset -1 where there is none
 * @param account the account, or the history of broadcasts; null where none is concerned
 * @param sequence of the record in its history; 0 where none is concerned
 * @param messageId the message that caused the record; null where none is known
 * @param fields that differ, the first ones
 * @param text in words
 * @param consequences records behind it that differ because of it
 */
public record Finding(
        Kind kind,
        Aspect aspect,
        String topic,
        int partition,
        long offset,
        @Nullable String account,
        long sequence,
        @Nullable String messageId,
        List<FieldDifference> fields,
        String text,
        long consequences) {

    /** What kind of difference. */
    public enum Kind {
        RECORD_DIFFERS,
        /** A message has no outcome, or a close left no record where it should. */
        RECORD_MISSING,
        RECORD_DOUBLED,
        RECORD_OUT_OF_ORDER,
        /** No message of the inbox and no close accounts for it. */
        RECORD_FOREIGN,
        /** The value is as recomputed, but a header or the time is not. */
        RECORD_MISLABELLED,
        BALANCE_BROKEN,
        SEAL_DIFFERS,
        SEAL_MISSING,
        SEAL_DOUBLED,
        SEAL_FOREIGN,
        CERTIFICATE_DIFFERS,
        CERTIFICATE_NOT_SIGNED,
        PARTITION_MISSING
    }

    public Finding {
        fields = List.copyOf(fields);
    }

    /** The same with more records that differ because of it. */
    public Finding withConsequences(long more) {
        return new Finding(
                kind,
                aspect,
                topic,
                partition,
                offset,
                account,
                sequence,
                messageId,
                fields,
                text,
                consequences + more);
    }

    /** The same with the fields that differ. */
    public Finding withFields(List<FieldDifference> differing) {
        return new Finding(
                kind,
                aspect,
                topic,
                partition,
                offset,
                account,
                sequence,
                messageId,
                differing,
                text,
                consequences);
    }
}
