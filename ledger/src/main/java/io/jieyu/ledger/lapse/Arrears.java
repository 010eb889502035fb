package io.jieyu.ledger.lapse;

import static io.jieyu.ledger.policy.PolicyField.BACK_PAYMENT;
import static io.jieyu.ledger.policy.PolicyField.BENEFIT;
import static io.jieyu.ledger.policy.PolicyField.LAPSE;

import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.PeriodRecord;
import io.jieyu.ledger.policy.Policy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A period that is paid after its close (补缴, rulebook 11), as it was before the payment.
 *
 * @param start r, the first month of the gap that it belongs to
 * @param missed whether a close found it unpaid
 * @param withinGrace whether its gap is young enough to be repaired (11.1)
 * @param ofDate the policy of the month in which the money was received
 */
public record Arrears(YearMonth start, boolean missed, boolean withinGrace, Policy ofDate) {

    public static Arrears of(YearMonth period, Draft draft, Policy ofDate) {
        PeriodRecord record = draft.payments().period(period);
        YearMonth runStart = record == null ? null : record.runStart();
        YearMonth start = runStart == null ? period : runStart;
        return new Arrears(
                start,
                record != null && record.isMissed(),
                isWithinGrace(start, draft.region().lastClosed(), ofDate),
                ofDate);
    }

    private static boolean isWithinGrace(
            YearMonth start, @Nullable YearMonth lastClosed, Policy ofDate) {
        if (lastClosed == null) {
            return true;
        }
        long age = start.until(lastClosed, ChronoUnit.MONTHS) + 1;
        return age <= ofDate.get(LAPSE).graceMonths();
    }

    /** Whether the money reaches the account (11.2). */
    public boolean areCredited() {
        return switch (ofDate.get(BACK_PAYMENT).credit()) {
            case ALWAYS -> true;
            case WITHIN_GRACE -> withinGrace;
            case NEVER -> false;
        };
    }

    /** Whether this payment repaired the whole gap in time. */
    boolean isRepaired(Draft draft) {
        return missed && withinGrace && !draft.payments().anyMissedOf(start);
    }

    /** Whether the costs of a repaired gap are covered afterwards (11.6). */
    boolean isCovered() {
        return ofDate.get(BENEFIT).retroactive();
    }
}
