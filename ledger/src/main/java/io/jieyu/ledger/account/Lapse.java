package io.jieyu.ledger.account;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The running lapse and what a return costs (断缴, rulebook 10).
 *
 * @param lapsedMonths L, the length of the running lapse at the last closed month
 * @param lapseStart first unpaid period of the running lapse
 * @param waitingOwed the next resumption leads to WAITING whatever L is
 * @param waitingPaid months paid while WAITING
 * @param waitingTarget months needed while WAITING
 */
public record Lapse(
        int lapsedMonths,
        @Nullable YearMonth lapseStart,
        boolean waitingOwed,
        int waitingPaid,
        int waitingTarget) {

    public static final Lapse NONE = new Lapse(0, null, false, 0, 0);

    /** One more unpaid month; a person who was WAITING owes the whole wait again. */
    public Lapse missed(YearMonth month, boolean wasWaiting) {
        return new Lapse(
                Math.addExact(lapsedMonths, 1),
                lapsedMonths == 0 ? month : lapseStart,
                waitingOwed || wasWaiting,
                0,
                0);
    }

    /** Nothing is unpaid any more; a wait that is owed stays owed. */
    public Lapse ended() {
        return new Lapse(0, null, waitingOwed, waitingPaid, waitingTarget);
    }

    public Lapse waitingFor(int months) {
        return new Lapse(lapsedMonths, lapseStart, false, 0, months);
    }

    public Lapse oneMorePaid() {
        return new Lapse(
                lapsedMonths,
                lapseStart,
                waitingOwed,
                Math.addExact(waitingPaid, 1),
                waitingTarget);
    }

    /** No wait runs. */
    public Lapse notWaiting() {
        return new Lapse(lapsedMonths, lapseStart, waitingOwed, 0, 0);
    }

    public Lapse owing(boolean owed) {
        return new Lapse(lapsedMonths, lapseStart, owed, waitingPaid, waitingTarget);
    }
}
