package io.jieyu.audit.history;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.ledger.BusinessDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** A moment up to which a history is looked at. */
public sealed interface Moment {

    /** Everything that is known. */
    record Now() implements Moment {}

    /** Up to a place in the inbox, itself included. */
    record Offset(long offset) implements Moment {}

    /** Up to the close of a month, itself included. */
    record Close(YearMonth period) implements Moment {}

    /** What bears a business date up to that day, whenever it became known. */
    record Date(LocalDate date) implements Moment {}

    /** What had become known by the end of that day. */
    record KnownAt(LocalDate date) implements Moment {}

    /** What both include: what was known then of an earlier time. */
    record Both(Moment first, Moment second) implements Moment {}

    /** Whether the entry counts at that moment; closes count by their period. */
    default boolean includes(HistoryEntry entry) {
        return switch (this) {
            case Now() -> true;
            case Both(var first, var second) -> first.includes(entry) && second.includes(entry);
            case Offset(var offset) -> entry.cause() <= offset;
            case Close(var period) -> entry.cause() <= entry.closes().getOrDefault(period, -1L);
            case Date(var date) ->
                    entry.record().date() != null && !entry.record().date().isAfter(date);
            case KnownAt(var date) -> !entry.knownAt().isAfter(endOf(date));
        };
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(BusinessDates.CHINA).toInstant().minusMillis(1);
    }

    /**
     * Reads a moment as people type it.
     *
     * @param text a month (its close), a date (business date), a number (place in the inbox), or
     *     {@code known:} and a date
     */
    static Moment parse(String text) {
        try {
            if (text.startsWith("known:")) {
                return new KnownAt(LocalDate.parse(text.substring("known:".length())));
            }
            if (text.matches("\\d+")) {
                return new Offset(Long.parseLong(text));
            }
            return text.matches("\\d{4}-\\d{2}")
                    ? new Close(YearMonth.parse(text))
                    : new Date(LocalDate.parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            throw new CannotDecide(
                    "moment "
                            + text
                            + " (expected: a month such as 2025-06, a date such as 2025-06-30, a"
                            + " place in the inbox, or known:2025-06-30)",
                    e);
        }
    }

    /** In words. */
    default String words() {
        return switch (this) {
            case Now() -> "now";
            case Both(var first, var second) -> first.words() + ", " + second.words();
            case Offset(var offset) -> "after offset " + offset + " of the inbox";
            case Close(var period) -> "after the close of " + period;
            case Date(var date) -> "on " + date + ", by business dates";
            case KnownAt(var date) -> String.format(Locale.ROOT, "as known at the end of %s", date);
        };
    }
}
