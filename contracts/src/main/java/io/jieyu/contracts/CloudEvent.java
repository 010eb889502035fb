package io.jieyu.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The context of a message: CloudEvents 1.0 in binary mode, one Kafka header {@code ce_…} for each
 * attribute.
 *
 * @param id the message id, given by the sender, permanent: a retry bears the same
 * @param type one of {@link MessageType#ceType()}
 * @param source who sent it, a URI reference such as {@code /contribution-service} or {@code
 *     /payroll/91110000600001234X}
 * @param subject the account id, or null where a message concerns no account
 * @param time when it was sent; for the reader, never for a rule
 */
public record CloudEvent(
        String id, String type, String source, @Nullable String subject, @Nullable Instant time) {

    public static final String SPEC_VERSION = "1.0";
    public static final String CONTENT_TYPE = "application/json";

    public static final String ID_HEADER = "ce_id";
    public static final String TYPE_HEADER = "ce_type";
    public static final String SOURCE_HEADER = "ce_source";
    public static final String SUBJECT_HEADER = "ce_subject";
    public static final String TIME_HEADER = "ce_time";
    public static final String SPEC_VERSION_HEADER = "ce_specversion";
    public static final String CONTENT_TYPE_HEADER = "content-type";

    /** Not of CloudEvents: its presence on a message of the inbox asks for a reply. */
    public static final String REPLY_HEADER = "jieyu_reply";

    public static CloudEvent of(
            MessageType type, String id, String source, @Nullable String subject, Instant time) {
        return new CloudEvent(id, type.ceType(), source, subject, time);
    }
}
