package io.jieyu.account.reading.mongo;

import io.jieyu.account.reading.Entry;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of the ledger topic, as the projections read them. */
final class LedgerTopic {

    static final List<Topic> TOPICS = List.of(Topic.ACCOUNT_LEDGER);

    private LedgerTopic() {}

    static List<Entry> entries(List<ConsumerRecord<String, byte[]>> batch) {
        return batch.stream()
                .map(record ->
                        new Entry(
                                Json.read(record.value(), LedgerRecord.class),
                                Hash.of(record.value())))
                .toList();
    }

    /** Whether the record is of an account; the others are of broadcasts. */
    static boolean isOfAccount(Entry entry) {
        return AccountId.isValid(entry.record().accountId());
    }

    /** Whether the record opened its account; one that opens it again tells a close reason. */
    static boolean opensAccount(Entry entry) {
        return "OPEN".equals(entry.record().changes().get("lifecycle"))
                && !entry.record().changes().containsKey("closeReason");
    }
}
