package io.jieyu.ledger.account;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The person's participation (rulebook 4.1 and 10).
 *
 * @param participationBefore restored when a transfer is refused without payout
 * @param retiredFrom first period with a flat credit
 * @param deathMonth month of death
 */
public record Standing(
        Participation participation,
        @Nullable Participation participationBefore,
        @Nullable YearMonth retiredFrom,
        @Nullable YearMonth deathMonth) {

    public static final Standing INITIAL =
            new Standing(Participation.NOT_ENROLLED, null, null, null);

    public Standing becomes(Participation next) {
        return new Standing(next, participationBefore, retiredFrom, deathMonth);
    }

    public Standing retired(YearMonth from) {
        return new Standing(Participation.RETIRED, participationBefore, from, deathMonth);
    }

    public Standing notEnrolled() {
        return new Standing(Participation.NOT_ENROLLED, participationBefore, null, deathMonth);
    }

    /** What counts for credits while a transfer runs: the participation before it (10.5). */
    public Participation underlying() {
        return participation == Participation.TRANSFER_PENDING && participationBefore != null
                ? participationBefore
                : participation;
    }
}
