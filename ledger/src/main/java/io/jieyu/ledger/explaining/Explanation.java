package io.jieyu.ledger.explaining;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A ledger record in plain words, one line for each thing that happened: a pure function of the
 * record.
 */
public final class Explanation {

    /** The same line in two languages. */
    public record Line(String en, String zh) {}

    private static final String CLOSE = "monthClosed";

    private final List<Line> lines = new ArrayList<>();

    private Explanation() {}

    /** The lines, in the order of the events. */
    public static List<Line> of(LedgerRecord record) {
        var explanation = new Explanation();
        switch (record.outcome()) {
            case ACCEPTED -> explanation.accepted(record);
            case DUPLICATE -> explanation.duplicate(record);
            case REFUSED -> explanation.refused(record);
        }
        explanation.balance(record);
        return List.copyOf(explanation.lines);
    }

    private void accepted(LedgerRecord record) {
        if (record.kind().equals(CLOSE)) {
            Object period = record.message().get("period");
            add(
                    String.format(
                            Locale.ROOT,
                            "The close of %s (message %s) was applied.",
                            period,
                            record.messageId()),
                    String.format(Locale.ROOT, "%s 月结（消息 %s）已执行。", period, record.messageId()));
        } else {
            acceptedMessage(record);
        }
        record.postings().forEach(this::posting);
        if (record.postings().isEmpty()) {
            add("It posted nothing.", "没有产生分录。");
        }
        result(record);
        record.notices().forEach(notice -> add(Wording.english(notice), Wording.chinese(notice)));
    }

    private void acceptedMessage(LedgerRecord record) {
        add(
                String.format(
                        Locale.ROOT,
                        "Message %s (%s) of %s was accepted.",
                        record.messageId(),
                        record.kind(),
                        record.date()),
                String.format(
                        Locale.ROOT,
                        "%s 的消息 %s（%s）已入账。",
                        record.date(),
                        record.messageId(),
                        record.kind()));
    }

    /** What a spend paid and what is left in cash. */
    private void result(LedgerRecord record) {
        if (record.result().get("paidFen") instanceof Long paidFen
                && record.result().get("cashFen") instanceof Long cashFen) {
            add(
                    String.format(
                            Locale.ROOT,
                            "Paid from the account: %s yuan; left in cash: %s yuan.",
                            yuan(paidFen),
                            yuan(cashFen)),
                    String.format(
                            Locale.ROOT, "账户支付 %s 元，现金支付 %s 元。", yuan(paidFen), yuan(cashFen)));
        }
    }

    private void posting(Posting posting) {
        String formula = FormulaText.of(posting);
        String policy = posting.policyId() == null ? "" : ", policy " + posting.policyId();
        String policyZh = posting.policyId() == null ? "" : "，政策 " + posting.policyId();
        add(
                String.format(
                        Locale.ROOT,
                        "%s yuan from %s to %s%s (rule %s%s%s).",
                        yuan(posting.amountFen()),
                        Wording.english(posting.from()),
                        Wording.english(posting.to()),
                        posting.period() == null ? "" : " for " + posting.period(),
                        posting.rule(),
                        policy,
                        formula.isEmpty() ? "" : ": " + formula),
                String.format(
                        Locale.ROOT,
                        "%s 元，由%s转入%s%s（规则 %s%s%s）。",
                        yuan(posting.amountFen()),
                        Wording.chinese(posting.from()),
                        Wording.chinese(posting.to()),
                        posting.period() == null ? "" : "，所属期 " + posting.period(),
                        posting.rule(),
                        policyZh,
                        formula.isEmpty() ? "" : "：" + formula));
    }

    private void duplicate(LedgerRecord record) {
        add(
                String.format(
                        Locale.ROOT,
                        "Message %s repeats message %s, which is in the ledger already: nothing was"
                                + " posted.",
                        record.messageId(),
                        record.duplicateOf()),
                String.format(
                        Locale.ROOT,
                        "消息 %s 与已入账的消息 %s 内容相同，不重复入账。",
                        record.messageId(),
                        record.duplicateOf()));
    }

    private void refused(LedgerRecord record) {
        Refusal refusal = record.refusal();
        if (refusal != null) {
            String field =
                    refusal.field() == null
                            ? ""
                            : String.format(
                                    Locale.ROOT, " %s: %s", refusal.field(), refusal.value());
            add(
                    String.format(
                            Locale.ROOT,
                            "Message %s was refused: %s.%s (expected: %s). Nothing was posted; send"
                                    + " it again, repaired, under a new message id.",
                            record.messageId(),
                            refusal.code(),
                            field,
                            refusal.expected()),
                    String.format(
                            Locale.ROOT,
                            "消息 %s 被拒绝：%s。%s（应为：%s）。未入账，请更正后以新的消息编号重新提交。",
                            record.messageId(),
                            refusal.code(),
                            field,
                            refusal.expected()));
        }
    }

    private void balance(LedgerRecord record) {
        add(
                String.format(
                        Locale.ROOT,
                        "Balance after it: %s yuan (current year %s, prior years %s).",
                        yuan(record.balances().balanceFen()),
                        yuan(record.balances().currentFen()),
                        yuan(record.balances().priorFen())),
                String.format(
                        Locale.ROOT,
                        "其后余额 %s 元（当年 %s，历年结余 %s）。",
                        yuan(record.balances().balanceFen()),
                        yuan(record.balances().currentFen()),
                        yuan(record.balances().priorFen())));
    }

    private void add(String en, String zh) {
        lines.add(new Line(en, zh));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
