package io.jieyu.audit.recompute;

import io.jieyu.ledger.Message;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.CaughtUp;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import io.jieyu.ledger.decision.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One history recomputed, message by message: an account's, or that of the broadcasts. */
final class Replay implements Memory {

    private final Ledger ledger;
    private final Timeline timeline;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Binding> bindings = new HashMap<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Applied> applied = new ArrayList<>();
    private History history = History.EMPTY;

    Replay(Ledger ledger, Timeline timeline) {
        this.ledger = ledger;
        this.timeline = timeline;
    }

    /**
     * What the message comes to.
     *
     * @param owed whether its record must be there by now
     * @throws RuntimeException when the rules break on it; nothing has happened then
     */
    Decision post(Message message, long timestamp, Announced known, boolean owed) {
        Decision decision = ledger.decide(history, message, this, known);
        if (decision instanceof Decision.Decided decided) {
            caughtUp(decided.closes(), _ -> owed);
            Recorded recorded = decided.message();
            expected.add(new Expected(recorded, message.position(), timestamp, false, owed));
            answers.put(recorded.record().messageId(), recorded.answer());
            bindings.putAll(decided.bindings());
            history = decided.after();
        }
        return decision;
    }

    /**
     * Applies the closes that no message of the account has come across.
     *
     * @param sealed whether the sweep of a close has ended: its records must be there
     */
    void sweep(String scope, Announced known, Predicate<Close> sealed) {
        caughtUp(ledger.catchUp(history, scope, this, known), sealed);
    }

    private void caughtUp(CaughtUp closes, Predicate<Close> owed) {
        for (Applied one : closes.applied()) {
            Close close = one.close();
            applied.add(one);
            if (one.recorded() != null) {
                expected.add(
                        new Expected(
                                one.recorded(),
                                close.position(),
                                timeline.timestamp(close),
                                true,
                                owed.test(close)));
            }
        }
        bindings.putAll(closes.bindings());
        history = closes.after();
    }

    /** The records, in order. */
    List<Expected> expected() {
        return expected;
    }

    /** The closes that the account has applied, in order. */
    List<Applied> applied() {
        return applied;
    }

    History history() {
        return history;
    }

    @Override
    public @Nullable Answer answer(String scope, String messageId) {
        return answers.get(messageId);
    }

    @Override
    public @Nullable Binding binding(String scope, String businessKey) {
        return bindings.get(businessKey);
    }
}
