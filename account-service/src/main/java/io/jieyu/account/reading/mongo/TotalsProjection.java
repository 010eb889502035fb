package io.jieyu.account.reading.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.jieyu.account.reading.Entry;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.servicekit.projection.Projection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Sums, in one document a partition: its offset and its counters change together or not at all. */
@Component
class TotalsProjection implements Projection {

    static final String COLLECTION = "totals";
    static final String FEN = "fen";
    static final String OUTCOMES = "outcomes";
    static final String REFUSALS = "refusals";
    static final String ACCOUNTS = "accounts";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public List<Topic> topics() {
        return LedgerTopic.TOPICS;
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        // One document a partition needs no index.
    }

    @Override
    public List<WriteModel<Document>> writes(
            List<ConsumerRecord<String, byte[]>> batch, MongoCollection<Document> collection) {
        return List.of();
    }

    @Override
    public List<Bson> counters(List<ConsumerRecord<String, byte[]>> batch) {
        var sums = new TreeMap<String, Long>();
        for (Entry entry : LedgerTopic.entries(batch)) {
            LedgerRecord record = entry.record();
            sums.merge(
                    String.format(
                            Locale.ROOT,
                            "%s.%s.%s",
                            OUTCOMES,
                            plain(record.kind()),
                            record.outcome()),
                    1L,
                    Long::sum);
            if (record.refusal() != null) {
                sums.merge(REFUSALS + "." + record.refusal().code(), 1L, Long::sum);
            }
            if (LedgerTopic.opensAccount(entry)) {
                sums.merge(ACCOUNTS, 1L, Long::sum);
            }
            record.postings().forEach(posting -> add(sums, record.accountId(), posting));
        }
        return sums.entrySet().stream()
                .map(sum -> Updates.inc(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static void add(Map<String, Long> sums, String accountId, Posting posting) {
        String region = FEN + "." + AccountId.parse(accountId).regionCode() + ".";
        sums.merge(region + posting.from(), -posting.amountFen(), Math::addExact);
        sums.merge(region + posting.to(), posting.amountFen(), Math::addExact);
    }

    /** A kind that nobody knows is a text of the sender's, and a dot would mean a path. */
    private static String plain(String kind) {
        return kind.matches("[A-Za-z]{1,40}") ? kind : "unknown";
    }
}
