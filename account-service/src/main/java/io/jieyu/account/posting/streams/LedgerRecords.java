package io.jieyu.account.posting.streams;

import io.jieyu.account.posting.stored.StoredSweep;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.close.CloseProgressed;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Recorded;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Ledger records and seals as they go to their topics. Their time is that of the message that
 * caused them: a replay gives the same.
 */
final class LedgerRecords {

    private static final byte[] RECORDED = bytes(MessageType.LEDGER_RECORDED.ceType());
    private static final byte[] PROGRESSED = bytes(MessageType.CLOSE_PROGRESSED.ceType());
    private static final byte[] SEALED = bytes(MessageType.MONTH_SEALED.ceType());
    private static final byte[] SOURCE = bytes("/account-service");
    private static final byte[] SPEC_VERSION = bytes(CloudEvent.SPEC_VERSION);
    private static final byte[] CONTENT_TYPE = bytes(CloudEvent.CONTENT_TYPE);

    private LedgerRecords() {}

    static Record<String, byte[]> of(Recorded recorded, long timestamp) {
        String accountId = recorded.record().accountId();
        String id = accountId + "/" + recorded.record().sequence();
        return new Record<>(
                accountId,
                recorded.json().bytes(),
                timestamp,
                headers(id, RECORDED, bytes(accountId)));
    }

    /** The partition's part of the certificate of a close. */
    static Record<String, byte[]> seal(
            Close close, StoredSweep sweep, int partition, long timestamp) {
        String subject = close.regionCode() + "/" + close.period();
        var seal =
                new MonthSealed(
                        close.regionCode(),
                        close.period(),
                        close.messageId(),
                        partition,
                        close.position(),
                        sweep.expected(),
                        sweep.tree().size(),
                        sweep.tree().root(),
                        sweep.sums().before(),
                        sweep.sums().moved(),
                        sweep.sums().after(),
                        sweep.sums().byReason(),
                        sweep.sums().persons(),
                        sweep.sums().personsAfter());
        return new Record<>(
                subject,
                Json.write(seal),
                timestamp,
                headers(subject + "/" + partition, SEALED, bytes(subject)));
    }

    /** How far the partition has come with a close. */
    static Record<String, byte[]> progress(
            Close close, StoredSweep sweep, int partition, long timestamp) {
        String subject = close.regionCode() + "/" + close.period();
        var progress =
                new CloseProgressed(
                        close.regionCode(),
                        close.period(),
                        close.messageId(),
                        close.date(),
                        partition,
                        close.position(),
                        sweep.expected(),
                        sweep.tree().size());
        String id = subject + "/" + partition + "/" + sweep.tree().size();
        return new Record<>(
                subject, Json.write(progress), timestamp, headers(id, PROGRESSED, bytes(subject)));
    }

    private static RecordHeaders headers(String id, byte[] type, byte[] subject) {
        var headers = new RecordHeaders();
        headers.add(CloudEvent.ID_HEADER, bytes(id))
                .add(CloudEvent.TYPE_HEADER, type)
                .add(CloudEvent.SOURCE_HEADER, SOURCE)
                .add(CloudEvent.SPEC_VERSION_HEADER, SPEC_VERSION)
                .add(CloudEvent.SUBJECT_HEADER, subject)
                .add(CloudEvent.CONTENT_TYPE_HEADER, CONTENT_TYPE);
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
