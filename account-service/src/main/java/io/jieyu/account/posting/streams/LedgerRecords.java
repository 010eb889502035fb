package io.jieyu.account.posting.streams;

import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.ledger.decision.Decision.Recorded;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Ledger records as they go to their topic. Their time is that of the message: a replay gives the
 * same.
 */
final class LedgerRecords {

    private static final byte[] TYPE = bytes(MessageType.LEDGER_RECORDED.ceType());
    private static final byte[] SOURCE = bytes("/account-service");
    private static final byte[] SPEC_VERSION = bytes(CloudEvent.SPEC_VERSION);
    private static final byte[] CONTENT_TYPE = bytes(CloudEvent.CONTENT_TYPE);

    private LedgerRecords() {}

    static Record<String, byte[]> of(Recorded recorded, long timestamp) {
        String accountId = recorded.record().accountId();
        byte[] subject = bytes(accountId);
        var headers =
                new RecordHeaders()
                        .add(
                                CloudEvent.ID_HEADER,
                                bytes(accountId + "/" + recorded.record().sequence()))
                        .add(CloudEvent.TYPE_HEADER, TYPE)
                        .add(CloudEvent.SOURCE_HEADER, SOURCE)
                        .add(CloudEvent.SPEC_VERSION_HEADER, SPEC_VERSION)
                        .add(CloudEvent.SUBJECT_HEADER, subject)
                        .add(CloudEvent.CONTENT_TYPE_HEADER, CONTENT_TYPE);
        return new Record<>(accountId, recorded.json().bytes(), timestamp, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
