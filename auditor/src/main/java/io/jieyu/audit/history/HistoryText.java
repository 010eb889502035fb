package io.jieyu.audit.history;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.explaining.Explanation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account's history in words. */
public final class HistoryText {

    private final StringBuilder out = new StringBuilder();

    /** The account at a moment, entry by entry. */
    public static String show(AccountId account, List<HistoryEntry> history, Moment moment) {
        var text = new HistoryText();
        Standing standing = Standing.at(history, moment);
        text.line("ACCOUNT %s, %s", account, moment.words());
        if (standing.entries().isEmpty()) {
            text.line(
                    history.isEmpty()
                            ? "  no message for it has come"
                            : "  nothing yet; its first record is of a later moment");
            return text.out.toString();
        }
        standing.entries().forEach(text::entry);
        text.line("");
        text.balances(standing);
        text.line("");
        standing.state().forEach((field, value) -> text.line("  %-24s %s", field, shown(value)));
        return text.out.toString();
    }

    /** What two moments differ in. */
    public static String diff(
            AccountId account, List<HistoryEntry> history, Moment from, Moment to) {
        var text = new HistoryText();
        Standing before = Standing.at(history, from);
        Standing after = Standing.at(history, to);
        text.line("ACCOUNT %s, from %s to %s", account, from.words(), to.words());
        after.entries().stream()
                .filter(entry -> !before.entries().contains(entry))
                .forEach(text::entry);
        before.entries().stream()
                .filter(entry -> !after.entries().contains(entry))
                .forEach(entry ->
                        text.line(
                                "%n  without record %d, message %s",
                                entry.record().sequence(), entry.record().messageId()));
        text.line("");
        text.fen("balance", before.balanceFen(), after.balanceFen());
        for (LedgerAccount bucket : LedgerAccount.values()) {
            if (bucket.isPersonBucket()) {
                text.fen(bucket.name(), before.fen(bucket), after.fen(bucket));
            }
        }
        var fields = new TreeSet<>(before.state().keySet());
        fields.addAll(after.state().keySet());
        for (String field : fields) {
            Object was = before.state().get(field);
            Object is = after.state().get(field);
            if (!Objects.equals(was, is)) {
                text.line("  %-24s %s → %s", field, shown(was), shown(is));
            }
        }
        return text.out.toString();
    }

    private void fen(String name, long before, long after) {
        if (before != after) {
            line("  %-24s %s → %s yuan", name, yuan(before), yuan(after));
        }
    }

    private void entry(HistoryEntry entry) {
        LedgerRecord record = entry.record();
        line("");
        line(
                "  %d  %s  %s  %s",
                record.sequence(),
                record.date() == null ? "no date" : record.date(),
                record.kind(),
                record.outcome());
        line(
                "      message %s, offset %d of the inbox, written %s",
                record.messageId(), entry.cause(), entry.knownAt());
        for (Explanation.Line explained : Explanation.of(record)) {
            line("      %s", explained.en());
        }
        if (!record.notices().isEmpty()) {
            line("      notices %s", record.notices());
        }
        line("      hash %s", entry.hash());
    }

    private void balances(Standing standing) {
        line("  balance %s yuan", yuan(standing.balanceFen()));
        standing.balances().forEach((bucket, fen) -> line("      %-20s %15s", bucket, yuan(fen)));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a library of its own
    private void line(String format, @Nullable Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
