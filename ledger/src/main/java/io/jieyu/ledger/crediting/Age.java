package io.jieyu.ledger.crediting;

import io.jieyu.ledger.policy.Policy;
import io.jieyu.ledger.policy.PolicyField;
import java.time.LocalDate;
import java.time.YearMonth;

/** Age in whole years completed (rulebook 7.3). */
public final class Age {

    private Age() {}

    /**
     * Somebody born on the 1st reaches the age at once, on 29 February on 1 March in common years;
     * negative before birth.
     */
    public static int on(LocalDate day, LocalDate birthDate) {
        int years = day.getYear() - birthDate.getYear();
        int months = day.getMonthValue() - birthDate.getMonthValue();
        boolean birthdayToCome =
                months < 0 || (months == 0 && day.getDayOfMonth() < birthDate.getDayOfMonth());
        return birthdayToCome ? years - 1 : years;
    }

    /** The age that counts for a period, by the policy of the period. */
    public static int of(LocalDate birthDate, YearMonth period, Policy policy) {
        LocalDate day =
                switch (policy.get(PolicyField.AGE_REFERENCE)) {
                    case MONTH_START -> period.atDay(1);
                    case MONTH_END -> period.atEndOfMonth();
                    case ACCOUNT_YEAR_START -> policy.accountYearStart(period).atDay(1);
                };
        return on(day, birthDate);
    }
}
