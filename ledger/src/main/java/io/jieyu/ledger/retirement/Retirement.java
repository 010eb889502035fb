package io.jieyu.ledger.retirement;

import io.jieyu.ledger.Fields;
import io.jieyu.ledger.InvalidField;
import io.jieyu.ledger.Sex;
import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A retirement (退休, rulebook 6.9) with its fields read.
 *
 * @param retiredFrom first month without duty to pay
 * @param recognisedMonths contribution months recognised by the agency
 */
public record Retirement(
        LocalDate date, YearMonth retiredFrom, LocalDate birthDate, Sex sex, long recognisedMonths)
        implements AccountMessage {

    static Retirement read(Fields fields) throws InvalidField {
        return new Retirement(
                fields.date("date"),
                fields.month("retiredFrom"),
                fields.date("birthDate"),
                fields.choice("sex", Sex.class),
                fields.number("recognisedMonths", 0));
    }
}
