package io.jieyu.audit.verdict;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** A verdict in words, for people who are no programmers. */
public final class VerdictText {

    private static final int MOST_FINDINGS = 50;

    private final Verdict verdict;
    private final StringBuilder out;

    public VerdictText(Verdict verdict, StringBuilder out) {
        this.verdict = verdict;
        this.out = out;
    }

    /** Writes it. */
    public void write() {
        line("");
        line("AUDIT of %s, %d partitions", verdict.source(), verdict.partitions());
        line("");
        aspects();
        totals();
        findings();
        notes();
        line("");
        line("VERDICT: %s", words());
    }

    private String words() {
        if (!verdict.agrees()) {
            return String.format(
                    Locale.ROOT, "%,d DIFFERENCES", verdict.findings().size() + verdict.further());
        }
        return verdict.undecided().isEmpty()
                ? "all agrees"
                : "no difference found, but not everything could be decided";
    }

    private void aspects() {
        Totals totals = verdict.totals();
        for (Aspect aspect : Aspect.values()) {
            long count = verdict.count(aspect);
            line(
                    "  %-19s %s",
                    aspect.title(),
                    count == 0 ? "yes: " + aspect.meaning() : count + " differences");
            String figures = figures(aspect, totals);
            if (!figures.isEmpty()) {
                line("  %-19s      %s", "", figures);
            }
        }
    }

    private String figures(Aspect aspect, Totals totals) {
        return switch (aspect) {
            case RECOMPUTED ->
                    String.format(
                            Locale.ROOT,
                            "%,d accounts, %,d records of the ledger from %,d of the inbox",
                            totals.count(Totals.ACCOUNTS),
                            totals.count(Totals.LEDGER_RECORDS),
                            totals.count(Totals.INBOX_RECORDS));
            case IN_BALANCE ->
                    String.format(
                            Locale.ROOT,
                            "%,d postings, their sum over all ledger accounts is %s",
                            totals.count(Totals.POSTINGS),
                            yuan(totals.sumFen()));
            case SEALED ->
                    String.format(
                            Locale.ROOT,
                            "%,d closes of partitions, %,d certificates; carried at year ends: out"
                                    + " of the current year %s, to the prior years %s",
                            verdict.closes(),
                            verdict.certificates(),
                            yuan(totals.count(Totals.CARRIED_OUT)),
                            yuan(totals.count(Totals.CARRIED_IN)));
            case WHOLE, BY_THE_RIGHT_TABLE -> "";
        };
    }

    private void totals() {
        line("");
        line("  MESSAGES %-28s %12s %12s %12s", "", "accepted", "duplicate", "refused");
        verdict.totals()
                .outcomes()
                .forEach((kind, outcomes) ->
                        line(
                                "  %-37s %,12d %,12d %,12d",
                                kind,
                                outcomes.getOrDefault("ACCEPTED", 0L),
                                outcomes.getOrDefault("DUPLICATE", 0L),
                                outcomes.getOrDefault("REFUSED", 0L)));
        count("retries, answered as the first time", Totals.RETRIES);
        count("parked: the code broke on one of their account", Totals.PARKED);
        count("not yet posted when the audit began", Totals.IN_FLIGHT);
        count("records that a sweep still had to write", Totals.SWEEP_PENDING);
        line("");
        line("  MONEY (yuan) %-24s %20s %20s", "", "in", "out");
        verdict.totals()
                .money()
                .forEach((year, accounts) ->
                        accounts.forEach((account, sides) -> money(year, account, sides)));
    }

    private void money(String year, String account, Map<String, Long> sides) {
        line(
                "  %s  %-31s %20s %20s",
                year,
                account,
                yuan(sides.getOrDefault("in", 0L)),
                yuan(sides.getOrDefault("out", 0L)));
    }

    private void count(String what, String name) {
        long count = verdict.totals().count(name);
        if (count > 0) {
            line("  %-50s %,12d", what, count);
        }
    }

    private void findings() {
        if (verdict.agrees()) {
            return;
        }
        line("");
        line("  DIFFERENCES");
        verdict.findings().stream().limit(MOST_FINDINGS).forEach(this::finding);
        long more = verdict.findings().size() + verdict.further() - MOST_FINDINGS;
        if (more > 0) {
            line("  and %,d more (--json FILE has the first thousand of each partition)", more);
        }
    }

    private void finding(Finding finding) {
        line("");
        line(
                "  %s  %s, partition %d%s",
                finding.kind(),
                finding.topic(),
                finding.partition(),
                finding.offset() < 0 ? "" : ", offset " + finding.offset());
        if (finding.account() != null) {
            line(
                    "      account %s%s%s",
                    finding.account(),
                    finding.sequence() > 0 ? ", record " + finding.sequence() : "",
                    finding.messageId() == null ? "" : ", message " + finding.messageId());
        }
        line("      %s", finding.text());
        for (FieldDifference field : finding.fields()) {
            line(
                    "      %s: found %s, recomputed %s",
                    field.field(),
                    field.found() == null ? "nothing" : field.found(),
                    field.recomputed() == null ? "nothing" : field.recomputed());
        }
        if (finding.consequences() > 0) {
            line("      it is the cause of %,d more that differ behind it", finding.consequences());
        }
    }

    private void notes() {
        if (verdict.notes().isEmpty() && verdict.undecided().isEmpty()) {
            return;
        }
        line("");
        verdict.notes().forEach(note -> line("  note: %s", note));
        verdict.undecided().forEach(why -> line("  undecided: %s", why));
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a library of its own
    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
