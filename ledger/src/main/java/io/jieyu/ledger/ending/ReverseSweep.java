package io.jieyu.ledger.ending;

import static io.jieyu.ledger.LedgerAccount.POOLED_FUND;
import static io.jieyu.ledger.LedgerAccount.PRIOR;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.RefusalCode;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.CloseReason;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Lifecycle;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.MonthEnds;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.account.Sweep;
import java.util.Optional;

/** The message {@code sweepReversed} (rulebook 6.25): the money returns to the prior years. */
public final class ReverseSweep implements MessageRule<SweepReversal> {

    @Override
    public SweepReversal read(Fields fields) throws InvalidField {
        return new SweepReversal(fields.date("date"), fields.text("sweepId"));
    }

    @Override
    public Verdict decide(SweepReversal message, Situation situation) {
        Account account = situation.account();
        if (account == null) {
            return MessageRule.refused(Preconditions.notFound());
        }
        if (account.lifetime().lifecycle() != Lifecycle.OPEN
                && account.lifetime().closeReason() != CloseReason.SWEPT) {
            return MessageRule.refused(Preconditions.closed(account));
        }
        Optional<Sweep> found =
                account.sweeps().stream()
                        .filter(sweep -> sweep.sweepId().equals(message.sweepId()))
                        .findFirst();
        if (found.isEmpty()) {
            return refused(message, RefusalCode.ORIGINAL_NOT_FOUND, "a sweep of this account");
        }
        if (found.get().reversed()) {
            return refused(
                    message, RefusalCode.ALREADY_REVERSED, "a sweep that is not reversed yet");
        }
        Draft draft = Draft.of(situation, message.date());
        takeBack(draft, found.get());
        return new Verdict.Accepted(draft);
    }

    private static void takeBack(Draft draft, Sweep reversed) {
        if (draft.before().isClosed()) {
            draft.lifetime(draft.lifetime().open());
            draft.monthEnds(MonthEnds.startingAfter(draft.region().lastClosed()));
        }
        draft.credit(
                POOLED_FUND,
                PRIOR,
                reversed.amountFen(),
                draft.grounds(Reason.SWEEP_REVERSED, null, "6.25"),
                null);
        draft.sweeps(
                draft.sweeps().stream()
                        .map(sweep -> sweep.equals(reversed) ? sweep.reverse() : sweep)
                        .toList());
    }

    private static Verdict refused(SweepReversal message, RefusalCode code, String expected) {
        return MessageRule.refused(Refusal.ofField(code, "sweepId", message.sweepId(), expected));
    }
}
