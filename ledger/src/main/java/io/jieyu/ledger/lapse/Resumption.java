package io.jieyu.ledger.lapse;

import static io.jieyu.ledger.policy.PolicyField.BENEFIT;
import static io.jieyu.ledger.policy.PolicyField.LAPSE;

import io.jieyu.ledger.Payer;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PooledBenefit;
import io.jieyu.ledger.policy.LapseRule;
import io.jieyu.ledger.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;

/** How a payment begins or resumes the participation (rulebook 10.2, 10.3, 11.4 to 11.6). */
public final class Resumption {

    private Resumption() {}

    /**
     * After a REGULAR contribution: only one for the open month resumes, so that no payment ahead
     * can split a lapse.
     */
    public static void paid(Draft draft, YearMonth period, LocalDate date, Payer payer) {
        Participation participation = draft.standing().participation();
        if (participation == Participation.NOT_ENROLLED) {
            begin(draft, date, payer);
        } else if (participation == Participation.LAPSED && period.equals(draft.region().open())) {
            resume(draft, date, payer);
        }
    }

    /**
     * After a BACK_PAYMENT: the first one enrols, one that closes the running gap in time repairs.
     */
    public static void repaid(Draft draft, Arrears arrears, LocalDate date, Payer payer) {
        Participation participation = draft.standing().participation();
        boolean repaired = arrears.isRepaired(draft);
        if (participation == Participation.NOT_ENROLLED) {
            begin(draft, date, payer);
        } else if (participation == Participation.LAPSED
                && repaired
                && arrears.start().equals(draft.lapse().lapseStart())) {
            endLapse(draft);
            begin(draft, date, payer);
        }
        if (repaired && arrears.isCovered()) {
            draft.pooledBenefit(
                    draft.pooledBenefit().covered(arrears.start().plusMonths(1).atDay(1)));
        }
    }

    /** Rulebook 10.3, by the policy of the month of the date. */
    public static void resume(Draft draft, LocalDate date, Payer payer) {
        boolean pastGrace =
                draft.lapse().lapsedMonths() > policy(draft, date).get(LAPSE).graceMonths();
        if (pastGrace) {
            draft.lapse(draft.lapse().owing(true));
        }
        endLapse(draft);
        begin(draft, date, payer);
    }

    private static void endLapse(Draft draft) {
        draft.lapse(draft.lapse().ended());
        draft.holds(draft.holds().without(Hold.Kind.LAPSE));
    }

    /** ACTIVE with benefits from the benefit day, or WAITING when a wait is owed. */
    private static void begin(Draft draft, LocalDate date, Payer payer) {
        LapseRule rule = policy(draft, date).get(LAPSE);
        int months = draft.lapse().waitingOwed() ? rule.waitingMonths(payer) : 0;
        draft.lapse(draft.lapse().waitingFor(months));
        if (months > 0) {
            draft.standing(draft.standing().becomes(Participation.WAITING));
        } else {
            draft.standing(draft.standing().becomes(Participation.ACTIVE));
            draft.pooledBenefit(
                    draft.pooledBenefit()
                            .becomes(PooledBenefit.Status.ACTIVE, benefitDay(draft, date)));
        }
    }

    /** Rulebook 10.6. */
    static LocalDate benefitDay(Draft draft, LocalDate date) {
        YearMonth month = YearMonth.from(date);
        return switch (policy(draft, date).get(BENEFIT).start()) {
            case NEXT_MONTH -> month.plusMonths(1).atDay(1);
            case SAME_MONTH -> month.atDay(1);
        };
    }

    private static Policy policy(Draft draft, LocalDate date) {
        return draft.policies().of(YearMonth.from(date));
    }
}
