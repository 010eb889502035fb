package io.jieyu.account.posting.streams;

import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.decision.Answer;

/** The first outcome under a message id as it lies in its store. */
final class StoredAnswer {

    private static final byte FORM = 1;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private StoredAnswer() {}

    static byte[] write(Answer answer) {
        var bytes = new ByteWriter().raw(FORM).number(answer.sequence()).word(answer.outcome());
        StoredBalances.write(answer.balances(), bytes);
        Refusal refusal = answer.refusal();
        if (refusal != null) {
            Object value = refusal.value();
            bytes.text(refusal.code().name())
                    .text(refusal.field())
                    .text(value == null ? null : value.toString())
                    .text(refusal.expected());
        }
        return bytes.toBytes();
    }

    static Answer read(byte[] value) {
        var bytes = new ByteReader(value);
        int form = bytes.raw();
        if (form != FORM) {
            throw new IllegalStateException(
                    "stored answer: form " + form + " (expected: " + FORM + ")");
        }
        long sequence = bytes.number();
        Outcome outcome = bytes.word(OUTCOMES);
        var balances = StoredBalances.read(bytes);
        return new Answer(
                sequence, outcome, outcome == Outcome.REFUSED ? refusal(bytes) : null, balances);
    }

    private static Refusal refusal(ByteReader bytes) {
        return new Refusal(
                RefusalCode.valueOf(bytes.text()),
                bytes.optionalText(),
                bytes.optionalText(),
                bytes.text());
    }
}
