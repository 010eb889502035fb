package io.jieyu.ledger.decision;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.decision.JsonBytes.Name;
import org.jspecify.annotations.Nullable;

/**
 * A ledger record in its one canonical form: JSON in UTF-8 without blanks, fields in the order of
 * their declaration, what is null left out. Two replays of a history give the same bytes, and the
 * hash of the bytes chains the records.
 */
public final class RecordJson {

    private static final Name SEQUENCE = new Name("sequence");
    private static final Name PREVIOUS_HASH = new Name("previousHash");
    private static final Name ACCOUNT_ID = new Name("accountId");
    private static final Name MESSAGE_ID = new Name("messageId");
    private static final Name KIND = new Name("kind");
    private static final Name DATE = new Name("date");
    private static final Name OUTCOME = new Name("outcome");
    private static final Name DUPLICATE_OF = new Name("duplicateOf");
    private static final Name MESSAGE = new Name("message");
    private static final Name POSTINGS = new Name("postings");
    private static final Name CHANGES = new Name("changes");
    private static final Name NOTICES = new Name("notices");
    private static final Name RESULT = new Name("result");
    private static final Name POLICIES = new Name("policies");
    private static final Name REFUSAL = new Name("refusal");
    private static final Name CODE = new Name("code");
    private static final Name FIELD = new Name("field");
    private static final Name VALUE = new Name("value");
    private static final Name EXPECTED = new Name("expected");
    private static final Name FROM = new Name("from");
    private static final Name TO = new Name("to");
    private static final Name AMOUNT_FEN = new Name("amountFen");
    private static final Name REASON = new Name("reason");
    private static final Name PERIOD = new Name("period");
    private static final Name POLICY_ID = new Name("policyId");
    private static final Name RULE = new Name("rule");
    private static final Name FORMULA = new Name("formula");
    private static final Name BALANCES = new Name("balances");
    private static final Name CURRENT_FEN = new Name("currentFen");
    private static final Name PRIOR_FEN = new Name("priorFen");
    private static final Name SUSPENSE_FEN = new Name("suspenseFen");
    private static final Name IN_TRANSIT_FEN = new Name("inTransitFen");
    private static final Name RECEIVABLE_FEN = new Name("receivableFen");

    private final byte[] bytes;
    private final Hash hash;

    private RecordJson(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Hash.of(bytes);
    }

    static RecordJson of(LedgerRecord record) {
        var json = new JsonBytes();
        json.beginObject();
        json.field(SEQUENCE, record.sequence());
        json.field(PREVIOUS_HASH, record.previousHash());
        json.field(ACCOUNT_ID, record.accountId());
        json.field(MESSAGE_ID, record.messageId());
        json.field(KIND, record.kind());
        json.field(DATE, record.date());
        json.field(OUTCOME, record.outcome());
        refusal(json, record.refusal());
        json.field(DUPLICATE_OF, record.duplicateOf());
        json.field(MESSAGE, record.message());
        json.name(POSTINGS);
        json.beginArray();
        record.postings().forEach(posting -> posting(json, posting));
        json.endArray();
        json.field(CHANGES, record.changes());
        json.field(NOTICES, record.notices());
        json.field(RESULT, record.result());
        balances(json, record.balances());
        json.field(POLICIES, record.policies());
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
        json.name(REFUSAL);
        json.beginObject();
        json.field(CODE, refusal.code());
        json.field(FIELD, refusal.field());
        json.field(VALUE, refusal.value());
        json.field(EXPECTED, refusal.expected());
        json.endObject();
    }

    private static void posting(JsonBytes json, Posting posting) {
        json.beginObject();
        json.field(FROM, posting.from());
        json.field(TO, posting.to());
        json.field(AMOUNT_FEN, posting.amountFen());
        json.field(DATE, posting.date());
        json.field(REASON, posting.reason());
        json.field(PERIOD, posting.period());
        json.field(POLICY_ID, posting.policyId());
        json.field(RULE, posting.rule());
        json.field(FORMULA, posting.formula());
        json.endObject();
    }

    private static void balances(JsonBytes json, Balances balances) {
        json.name(BALANCES);
        json.beginObject();
        json.field(CURRENT_FEN, balances.currentFen());
        json.field(PRIOR_FEN, balances.priorFen());
        json.field(SUSPENSE_FEN, balances.suspenseFen());
        json.field(IN_TRANSIT_FEN, balances.inTransitFen());
        json.field(RECEIVABLE_FEN, balances.receivableFen());
        json.endObject();
    }
}
