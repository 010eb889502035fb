package io.jieyu.ledger.account;

import io.jieyu.ledger.RefusalCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hold (冻结, rulebook 4.1): what stops spending for a reason and a time.
 *
 * @param since first day
 * @param until last day; null: without end
 * @param caseNo of the file that placed it; null when a rule did
 */
public record Hold(Kind kind, LocalDate since, @Nullable LocalDate until, @Nullable String caseNo) {

    /** Declared in the order in which their codes win (rulebook 13.3). */
    public enum Kind {
        DEATH(RefusalCode.DEATH_HOLD),
        TRANSFER(RefusalCode.TRANSFER_HOLD),
        COMPLIANCE(RefusalCode.COMPLIANCE_HOLD),
        ADMIN(RefusalCode.ADMIN_HOLD),
        LAPSE(RefusalCode.FROZEN_LAPSE);

        private final RefusalCode code;

        Kind(RefusalCode code) {
            this.code = code;
        }

        /** What a spend is refused with. */
        public RefusalCode code() {
            return code;
        }
    }

    /** A TRANSFER hold stands on every day, as long as the transfer runs (rulebook 4.3). */
    public boolean isEffectiveOn(LocalDate day) {
        return kind == Kind.TRANSFER
                || (!day.isBefore(since) && (until == null || !day.isAfter(until)));
    }
}
