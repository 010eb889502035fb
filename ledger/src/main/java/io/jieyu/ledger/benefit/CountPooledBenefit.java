package io.jieyu.ledger.benefit;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Refusal;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.MessageRule;
import io.jieyu.ledger.account.Preconditions;
import io.jieyu.ledger.account.Situation;
import java.time.YearMonth;
import java.util.Optional;

/** The message {@code pooledBenefitUsed} (rulebook 6.6, 15): counts, compares with no limit. */
public final class CountPooledBenefit implements MessageRule<PooledBenefitUse> {

    @Override
    public PooledBenefitUse read(Fields fields) throws InvalidField {
        return PooledBenefitUse.read(fields);
    }

    @Override
    public Verdict decide(PooledBenefitUse use, Situation situation) {
        Optional<Refusal> refusal = Preconditions.existsAndIsNotClosed(situation.account());
        if (refusal.isPresent()) {
            return MessageRule.refused(refusal.get());
        }
        Draft draft = Draft.of(situation, use.date());
        YearMonth year = draft.policy().benefitYearStart(YearMonth.from(use.date()));
        draft.countBenefit(year, use.amountFen());
        return new Verdict.Accepted(draft);
    }
}
