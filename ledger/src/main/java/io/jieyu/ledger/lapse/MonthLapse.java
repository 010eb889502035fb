package io.jieyu.ledger.lapse;

import static io.jieyu.ledger.policy.PolicyField.DEREGISTRATION;
import static io.jieyu.ledger.policy.PolicyField.LAPSE;

import io.jieyu.ledger.Notice;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.Hold;
import io.jieyu.ledger.account.Lapse;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.account.PooledBenefit;
import io.jieyu.ledger.policy.Deregistration;
import io.jieyu.ledger.policy.LapseRule;
import java.time.LocalDate;
import java.time.YearMonth;

/** What the close of a month finds paid or unpaid (rulebook 8.2). */
public final class MonthLapse {

    private MonthLapse() {}

    /** Applies it to a draft of the close of that month. */
    public static void close(Draft draft, YearMonth month) {
        YearMonth liableFrom = draft.payments().liableFrom();
        if (!canLapse(draft.standing().participation())
                || liableFrom == null
                || liableFrom.isAfter(month)) {
            return;
        }
        PeriodRecord record = draft.payments().period(month);
        if (record != null && record.status() == PeriodRecord.Status.PAID) {
            paid(draft, month, record);
        } else {
            missed(draft, month);
        }
    }

    /** Whether unpaid months count for a person of that participation (10.5). */
    public static boolean canLapse(Participation participation) {
        return participation == Participation.ACTIVE
                || participation == Participation.LAPSED
                || participation == Participation.WAITING;
    }

    /** Whether the lapse is long enough to end the participation (10.7). */
    public static boolean endsParticipation(Draft draft, YearMonth month) {
        Deregistration rule = draft.policies().of(month).get(DEREGISTRATION);
        return draft.standing().participation() == Participation.LAPSED
                && rule.endsAt(draft.lapse().lapsedMonths());
    }

    private static void paid(Draft draft, YearMonth month, PeriodRecord record) {
        if (draft.standing().participation() == Participation.LAPSED && record.payer() != null) {
            Resumption.resume(draft, month.atEndOfMonth(), record.payer());
        }
        if (draft.standing().participation() == Participation.WAITING) {
            draft.lapse(draft.lapse().oneMorePaid());
            if (draft.lapse().waitingPaid() >= draft.lapse().waitingTarget()) {
                draft.standing(draft.standing().becomes(Participation.ACTIVE));
                draft.lapse(draft.lapse().notWaiting());
                draft.pooledBenefit(
                        draft.pooledBenefit()
                                .becomes(PooledBenefit.Status.ACTIVE, dayAfter(month)));
                draft.notice(Notice.WAITING_DONE);
            }
        }
    }

    private static void missed(Draft draft, YearMonth month) {
        boolean wasWaiting = draft.standing().participation() == Participation.WAITING;
        Lapse lapse = draft.lapse().missed(month, wasWaiting);
        YearMonth start = lapse.lapseStart() == null ? month : lapse.lapseStart();
        draft.lapse(lapse);
        draft.payments(draft.payments().with(month, PeriodRecord.missed(start)));
        draft.standing(draft.standing().becomes(Participation.LAPSED));
        if (draft.pooledBenefit().status() == PooledBenefit.Status.ACTIVE) {
            draft.pooledBenefit(
                    draft.pooledBenefit().becomes(PooledBenefit.Status.SUSPENDED, dayAfter(month)));
        }
        LapseRule rule = draft.policies().of(month).get(LAPSE);
        if (rule.freezes(lapse.lapsedMonths()) && !draft.holds().has(Hold.Kind.LAPSE)) {
            draft.holds(draft.holds().plus(new Hold(Hold.Kind.LAPSE, dayAfter(month), null, null)));
            draft.notice(Notice.FROZEN);
        }
        tellThresholds(draft, rule, draft.policies().of(month).get(DEREGISTRATION));
    }

    /** Rulebook 10.9. */
    private static void tellThresholds(Draft draft, LapseRule rule, Deregistration deregistration) {
        long months = draft.lapse().lapsedMonths();
        tell(draft, Notice.MONTH_MISSED, months == 1);
        tell(draft, Notice.GRACE_ENDS, months == rule.graceMonths());
        tell(draft, Notice.WAITING_APPLIES, months == rule.graceMonths() + 1);
        tell(draft, Notice.FREEZE_NEXT, months == rule.freezeAfterMonths().orElse(-1));
        tell(
                draft,
                Notice.DEREGISTRATION_NEXT,
                months + 1 == deregistration.afterMonths().orElse(-1));
    }

    private static void tell(Draft draft, Notice notice, boolean applies) {
        if (applies) {
            draft.notice(notice);
        }
    }

    private static LocalDate dayAfter(YearMonth month) {
        return month.plusMonths(1).atDay(1);
    }
}
