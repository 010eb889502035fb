package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.decision.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first outcome under a message id as it lies in its store. */
public final class StoredAnswer {

    private static final byte FORM = 2;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private StoredAnswer() {}

    public static byte[] write(Answer answer) {
        var bytes = new ByteWriter().raw(FORM).number(answer.sequence()).word(answer.outcome());
        StoredBalances.write(answer.balances(), bytes);
        bytes.number(answer.result().size());
        answer.result()
                .forEach((name, figure) ->
                        bytes.text(name).number(figure instanceof Long fen ? fen : 0));
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

    public static Answer read(byte[] value) {
        var bytes = new ByteReader(value);
        int form = bytes.raw();
        if (form != FORM) {
            throw new IllegalStateException(
                    "stored answer: form " + form + " (expected: " + FORM + ")");
        }
        long sequence = bytes.number();
        Outcome outcome = bytes.word(OUTCOMES);
        var balances = StoredBalances.read(bytes);
        Map<String, Object> result = new LinkedHashMap<>();
        for (int left = bytes.count(); left > 0; left--) {
            result.put(bytes.text(), bytes.number());
        }
        Refusal refusal = outcome == Outcome.REFUSED ? refusal(bytes) : null;
        return new Answer(sequence, outcome, refusal, result, balances);
    }

    private static Refusal refusal(ByteReader bytes) {
        return new Refusal(
                RefusalCode.valueOf(bytes.text()),
                bytes.optionalText(),
                bytes.optionalText(),
                bytes.text());
    }
}
