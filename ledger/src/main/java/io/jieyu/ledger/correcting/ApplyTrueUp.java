package io.jieyu.ledger.correcting;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import java.util.List;
import java.util.Optional;

/** The message {@code trueUp} (补差, rulebook 6.3); the ledger does not recompute the amount. */
public final class ApplyTrueUp implements MessageRule<TrueUp> {

    @Override
    public TrueUp read(Fields fields) throws InvalidField {
        return TrueUp.read(fields);
    }

    @Override
    public Verdict decide(TrueUp trueUp, Situation situation) {
        Optional<Refusal> refusal = Preconditions.existsAndIsOpen(situation.account());
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, trueUp.date());
        LedgerAccount bucket = draft.bucketOf(trueUp.toPeriod());
        switch (trueUp.direction()) {
            case CREDIT ->
                    draft.credit(
                            trueUp.source(),
                            bucket,
                            trueUp.amountFen(),
                            draft.grounds(Reason.TRUE_UP, trueUp.toPeriod(), "6.3"),
                            null);
            case DEBIT ->
                    draft.clawback(
                            List.of(bucket, bucket == CURRENT ? PRIOR : CURRENT),
                            trueUp.source(),
                            trueUp.amountFen(),
                            draft.grounds(Reason.TRUE_UP, null, "6.3"));
        }
        return new Verdict.Accepted(draft);
    }
}
