package io.jieyu.contracts.close;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Somebody asked for the close of a month that ends an account year: it waits for a second person.
 *
 * @param date the business date that the close will bear
 * @param requestedBy who asked
 */
public record CloseRequested(
        LocalDate date, String regionCode, YearMonth period, String requestedBy) {}
