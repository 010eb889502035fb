package io.jieyu.account.closing;

import io.jieyu.contracts.close.CloseRequested;
import io.jieyu.contracts.close.MonthClosed;
import io.jieyu.ledger.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Closes months in their order: the next one only when the last is proved complete, and a year end
 * only when a second person has confirmed it.
 */
public final class CloseMonths {

    private final Closings closings;
    private final YearEnds yearEnds;
    private final CloseMessages messages;

    public CloseMonths(Closings closings, YearEnds yearEnds, CloseMessages messages) {
        this.closings = closings;
        this.yearEnds = yearEnds;
        this.messages = messages;
    }

    /** What a request comes to. */
    public sealed interface Answer {

        /** It was asked for before, or is on its way now. */
        record Taken(Closing closing) implements Answer {}

        record Refused(Why why, String detail) implements Answer {}
    }

    /** Why a close is not begun. */
    public enum Why {
        /** The month before is not proved complete yet. */
        CLOSING_INCOMPLETE,
        CLOSE_NOT_CONSECUTIVE,
        SAME_PERSON,
        CLOSING_NOT_FOUND,
        /** The ledger itself refused. */
        REFUSED_BY_THE_LEDGER
    }

    /** Asks for the close of a month; the same request again is harmless. */
    public Answer request(String regionCode, YearMonth period, LocalDate date, String requestedBy) {
        Optional<Closing> known = closings.of(regionCode, period);
        if (known.isPresent()) {
            return new Answer.Taken(known.get());
        }
        Optional<Closing> last =
                closings.newest(regionCode, 2).stream().filter(Closing::isBegun).findFirst();
        if (last.isPresent()) {
            Optional<Answer> refused = notNext(last.get(), period);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (yearEnds.isYearEnd(regionCode, period)) {
            var request = new CloseRequested(date, regionCode, period, requestedBy);
            messages.request(request);
            return new Answer.Taken(Closing.asked(regionCode, period, request));
        }
        return close(new MonthClosed(date, regionCode, period, requestedBy, null));
    }

    /** Confirms a year end that somebody else has asked for. */
    public Answer confirm(String regionCode, YearMonth period, String confirmedBy) {
        Optional<Closing> known = closings.of(regionCode, period);
        CloseRequested request = known.map(Closing::request).orElse(null);
        if (known.isEmpty() || request == null) {
            return new Answer.Refused(
                    Why.CLOSING_NOT_FOUND,
                    String.format(
                            Locale.ROOT,
                            "No close of %s for %s waits for a confirmation; POST /api/closings"
                                    + " asks for one.",
                            period,
                            regionCode));
        }
        if (known.get().isBegun()) {
            return new Answer.Taken(known.get());
        }
        if (request.requestedBy().equals(confirmedBy)) {
            return new Answer.Refused(
                    Why.SAME_PERSON,
                    String.format(
                            Locale.ROOT,
                            "confirmedBy: \"%s\" (expected: somebody else than who asked for the"
                                    + " year end)",
                            confirmedBy));
        }
        return close(
                new MonthClosed(
                        request.date(), regionCode, period, request.requestedBy(), confirmedBy));
    }

    private Answer close(MonthClosed close) {
        Optional<Refusal> refusal = messages.close(close);
        return refusal.<Answer>map(why ->
                        new Answer.Refused(
                                Why.REFUSED_BY_THE_LEDGER,
                                String.format(
                                        Locale.ROOT,
                                        "%s (expected: %s)",
                                        why.code(),
                                        why.expected())))
                .orElseGet(() ->
                        new Answer.Taken(
                                closings.of(close.regionCode(), close.period())
                                        .orElseGet(() ->
                                                Closing.asked(
                                                        close.regionCode(),
                                                        close.period(),
                                                        null))));
    }

    private Optional<Answer> notNext(Closing last, YearMonth period) {
        YearMonth next = last.period().plusMonths(1);
        if (!next.equals(period)) {
            return Optional.of(
                    new Answer.Refused(
                            Why.CLOSE_NOT_CONSECUTIVE,
                            String.format(
                                    Locale.ROOT,
                                    "period: \"%s\" (expected: \"%s\", the open month of %s)",
                                    period,
                                    next,
                                    last.regionCode())));
        }
        int partitions = messages.partitions();
        if (last.state(partitions) == Closing.State.COMPLETE) {
            return Optional.empty();
        }
        List<Integer> waiting =
                IntStream.range(0, partitions)
                        .filter(partition -> !last.seals().containsKey(partition))
                        .boxed()
                        .toList();
        return Optional.of(
                new Answer.Refused(
                        Why.CLOSING_INCOMPLETE,
                        String.format(
                                Locale.ROOT,
                                "The close of %s for %s is not complete: partitions %s have not"
                                        + " sealed it yet. GET /api/closings/%s/%s shows how far"
                                        + " it is.",
                                last.period(),
                                last.regionCode(),
                                waiting,
                                last.regionCode(),
                                last.period())));
    }
}
