package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.decision.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first answer under a message id within its row. */
final class StoredAnswer {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private StoredAnswer() {}

    static void write(Answer answer, ByteWriter bytes) {
        bytes.number(answer.sequence()).word(answer.outcome());
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
    }

    static Answer read(ByteReader bytes) {
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
