package io.jieyu.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Dates and months from their ISO 8601 texts, {@code 2025-01-05} and {@code 2025-01}: every message
 * has several, and the JDK's formatter would take a tenth of the time in which one is decided.
 */
public final class CalendarText {

    private static final int DATE_LENGTH = 10;
    private static final int MONTH_LENGTH = 7;
    private static final int YEAR_END = 4;
    private static final int DECIMAL = 10;

    private CalendarText() {}

    /**
     * The date.
     *
     * @throws DateTimeException when the text is not of this form, or there is no such day
     */
    public static LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(MONTH_LENGTH) != '-') {
            throw notOfTheForm(text);
        }
        return LocalDate.of(
                year(text), monthOfYear(text), number(text, MONTH_LENGTH + 1, DATE_LENGTH));
    }

    /**
     * The month.
     *
     * @throws DateTimeException when the text is not of this form, or there is no such month
     */
    public static YearMonth month(String text) {
        if (text.length() != MONTH_LENGTH) {
            throw notOfTheForm(text);
        }
        return YearMonth.of(year(text), monthOfYear(text));
    }

    private static int year(String text) {
        return number(text, 0, YEAR_END);
    }

    private static int monthOfYear(String text) {
        if (text.charAt(YEAR_END) != '-') {
            throw notOfTheForm(text);
        }
        return number(text, YEAR_END + 1, MONTH_LENGTH);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit >= DECIMAL) {
                throw notOfTheForm(text);
            }
            number = DECIMAL * number + digit;
        }
        return number;
    }

    private static DateTimeException notOfTheForm(String text) {
        return new DateTimeException("\"" + text + "\" (expected: a date or a month in ISO 8601)");
    }
}
