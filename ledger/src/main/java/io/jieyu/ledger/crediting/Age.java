package io.jieyu.ledger.crediting;

import java.time.LocalDate;

/** Age in whole years completed (rulebook 7.3). */
final class Age {

    private Age() {}

    /**
     * Somebody born on the 1st reaches the age at once, on 29 February on 1 March in common years;
     * negative before birth.
     */
    static int on(LocalDate day, LocalDate birthDate) {
        int years = day.getYear() - birthDate.getYear();
        int months = day.getMonthValue() - birthDate.getMonthValue();
        boolean birthdayToCome =
                months < 0 || (months == 0 && day.getDayOfMonth() < birthDate.getDayOfMonth());
        return birthdayToCome ? years - 1 : years;
    }
}
