package io.jieyu.ledger.decision;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A ledger record in its one canonical form: JSON in UTF-8 without blanks, fields in the order of
 * their declaration, what is null left out. Two replays of a history give the same bytes, and the
 * hash of the bytes chains the records.
 */
public final class RecordJson {

    private final byte[] bytes;
    private final Hash hash;

    private RecordJson(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Hash.of(bytes);
    }

    static RecordJson of(LedgerRecord record) {
        var json = new JsonBytes();
        json.beginObject();
        json.field("sequence", record.sequence());
        json.field("previousHash", record.previousHash().toString());
        json.field("accountId", record.accountId());
        json.field("messageId", record.messageId());
        json.field("kind", record.kind());
        json.field("date", record.date());
        json.field("outcome", record.outcome());
        refusal(json, record.refusal());
        json.field("duplicateOf", record.duplicateOf());
        json.field("message", record.message());
        json.name("postings");
        json.beginArray();
        record.postings().forEach(posting -> posting(json, posting));
        json.endArray();
        json.field("changes", record.changes());
        json.field("notices", record.notices());
        json.field("result", record.result());
        balances(json, record.balances());
        json.field("policies", record.policies());
        json.endObject();
        return new RecordJson(json.toBytes());
    }

    /** The bytes as they stand on the topic; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public Hash hash() {
        return hash;
    }

    private static void refusal(JsonBytes json, @Nullable Refusal refusal) {
        if (refusal == null) {
            return;
        }
        json.name("refusal");
        json.beginObject();
        json.field("code", refusal.code());
        json.field("field", refusal.field());
        json.field("value", refusal.value());
        json.field("expected", refusal.expected());
        json.endObject();
    }

    private static void posting(JsonBytes json, Posting posting) {
        json.beginObject();
        json.field("from", posting.from());
        json.field("to", posting.to());
        json.field("amountFen", posting.amountFen());
        json.field("date", posting.date());
        json.field("reason", posting.reason());
        json.field("period", posting.period());
        json.field("policyId", posting.policyId());
        json.field("rule", posting.rule());
        json.field("formula", posting.formula());
        json.endObject();
    }

    private static void balances(JsonBytes json, Balances balances) {
        json.name("balances");
        json.beginObject();
        json.field("currentFen", balances.currentFen());
        json.field("priorFen", balances.priorFen());
        json.field("suspenseFen", balances.suspenseFen());
        json.field("inTransitFen", balances.inTransitFen());
        json.field("receivableFen", balances.receivableFen());
        json.endObject();
    }
}
