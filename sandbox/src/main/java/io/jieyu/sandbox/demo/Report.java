package io.jieyu.sandbox.demo;

import io.jieyu.sandbox.DemoFailed;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** What came of the month, for the reader of the terminal. */
final class Report {

    private static final String EXPLAINED = "110000-P";
    private static final int WIDTH = 44;
    private static final int ATTEMPTS = 120;

    private final int submitted;
    private final double seconds;
    private final Outcomes outcomes;
    private final Api api;
    private final StringBuilder text = new StringBuilder();

    Report(int submitted, double seconds, Outcomes outcomes, Api api) {
        this.submitted = submitted;
        this.seconds = seconds;
        this.outcomes = outcomes;
        this.api = api;
    }

    String text() throws DemoFailed, InterruptedException {
        row("submitted", submitted);
        outcomes.counts().forEach((outcome, count) -> row("  " + outcome, count));
        text.append(
                "%.0f lines a second, from the first one sent to the last one explained (%.1f s)%n%n"
                        .formatted(submitted / seconds, seconds));
        totals();
        explained();
        return text.toString();
    }

    private void row(String name, long count) {
        text.append("%s%,10d%n".formatted(padded(name), count));
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(1, WIDTH - name.length()));
    }

    private void totals() throws DemoFailed, InterruptedException {
        JsonNode totals = totalsOfAll();
        text.append("Yuan by ledger account, over everything posted so far\n");
        totals.get("ledgerAccounts")
                .properties()
                .forEach(account -> {
                    if (account.getValue().asLong() != 0) {
                        amount(account.getKey(), account.getValue().asLong());
                    }
                });
        amount("sum over all", totals.get("sumFen").asLong());
        if (totals.get("sumFen").asLong() != 0) {
            throw new DemoFailed(
                    "the sum over all ledger accounts is "
                            + totals.get("sumFen")
                            + " fen (expected: 0)");
        }
    }

    /**
     * The totals, once they show every line that the ledger has decided: they are another view than
     * the lines.
     */
    private JsonNode totalsOfAll() throws DemoFailed, InterruptedException {
        long decided = outcomes.decidedByTheLedger();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var totals = api.get("/api/ledger/totals");
            if (totals.isPresent() && shown(totals.get()) >= decided) {
                return totals.get();
            }
            PlaySampleMonth.pause();
        }
        throw new DemoFailed(
                "the totals do not show the " + decided + " lines that the ledger has decided");
    }

    private static long shown(JsonNode totals) {
        long all = 0;
        for (JsonNode count : totals.at("/outcomes/contribution")) {
            all += count.asLong();
        }
        return all;
    }

    private void amount(String name, long fen) {
        text.append(
                "  %s%,18.2f%n"
                        .formatted(
                                padded(name).substring(0, WIDTH - 10), BigDecimal.valueOf(fen, 2)));
    }

    /** The first account of Beijing that was credited, entry by entry. */
    private void explained() throws DemoFailed, InterruptedException {
        for (int person = 1; person < submitted; person++) {
            String account = EXPLAINED + "%06d".formatted(person);
            var entry = api.get("/api/accounts/" + account + "/entries/1");
            if (entry.isPresent()) {
                text.append("\nWhy account %s is as it is, entry 1%n".formatted(account));
                for (JsonNode line : entry.get().get("explanation")) {
                    text.append("  ").append(line.get("en").asString()).append('\n');
                }
                return;
            }
        }
    }
}
