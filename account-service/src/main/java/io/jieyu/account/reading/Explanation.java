package io.jieyu.account.reading;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A ledger record in plain words, one line for each thing that happened: a pure function of the
 * record.
 */
public final class Explanation {

    /** The same line in two languages. */
    public record Line(String en, String zh) {}

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
        record.postings().forEach(this::posting);
        if (record.postings().isEmpty()) {
            add("It posted nothing.", "没有产生分录。");
        }
    }

    private void posting(Posting posting) {
        String formula = formula(posting);
        String policy = posting.policyId() == null ? "" : ", policy " + posting.policyId();
        String policyZh = posting.policyId() == null ? "" : "，政策 " + posting.policyId();
        add(
                String.format(
                        Locale.ROOT,
                        "%s yuan from %s to %s%s (rule %s%s%s).",
                        yuan(posting.amountFen()),
                        english(posting.from()),
                        english(posting.to()),
                        posting.period() == null ? "" : " for " + posting.period(),
                        posting.rule(),
                        policy,
                        formula.isEmpty() ? "" : ": " + formula),
                String.format(
                        Locale.ROOT,
                        "%s 元，由%s转入%s%s（规则 %s%s%s）。",
                        yuan(posting.amountFen()),
                        chinese(posting.from()),
                        chinese(posting.to()),
                        posting.period() == null ? "" : "，所属期 " + posting.period(),
                        posting.rule(),
                        policyZh,
                        formula.isEmpty() ? "" : "：" + formula));
    }

    /** The computation with its inputs, as the rulebook writes it. */
    private static String formula(Posting posting) {
        Map<String, Object> inputs = posting.formula();
        for (String rate : List.of("personalRate", "employerRate", "residentShare")) {
            if (inputs.containsKey(rate)) {
                Object of =
                        inputs.entrySet().stream()
                                .filter(input ->
                                        input.getKey().endsWith("Fen")
                                                && !input.getKey().startsWith("declared"))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse("");
                return String.format(
                        Locale.ROOT,
                        "%d = HALF_UP(%s × %s)%s",
                        posting.amountFen(),
                        of,
                        inputs.get(rate),
                        remarks(inputs));
            }
        }
        var terms =
                inputs.entrySet().stream()
                        .map(input -> input.getKey() + " " + input.getValue())
                        .toList();
        return terms.isEmpty() ? "" : posting.amountFen() + " = " + String.join(" − ", terms);
    }

    private static String remarks(Map<String, Object> inputs) {
        String age = inputs.containsKey("age") ? "; age " + inputs.get("age") : "";
        String declared =
                inputs.containsKey("declaredBaseFen")
                        ? "; declared base " + inputs.get("declaredBaseFen") + ", clamped"
                        : "";
        return age + declared;
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

    private static String english(LedgerAccount account) {
        return switch (account) {
            case CURRENT -> "the account's current year";
            case PRIOR -> "the account's prior years";
            case SUSPENSE -> "suspense";
            case IN_TRANSIT -> "money in transit";
            case RECEIVABLE -> "the debt of the person";
            case CONTRIBUTIONS -> "contributions";
            case POOLED_FUND -> "the pooled fund";
            case MUTUAL_AID -> "mutual aid";
            case OVERPAYMENTS -> "overpayments";
            case INTEREST -> "interest";
            case PROVIDERS -> "providers";
            case PAID_OUT -> "paid out";
            case TRANSFERS -> "transfers";
        };
    }

    private static String chinese(LedgerAccount account) {
        return switch (account) {
            case CURRENT -> "个人账户当年部分";
            case PRIOR -> "个人账户历年结余";
            case SUSPENSE -> "挂账";
            case IN_TRANSIT -> "在途资金";
            case RECEIVABLE -> "个人应收款";
            case CONTRIBUTIONS -> "缴费";
            case POOLED_FUND -> "统筹基金";
            case MUTUAL_AID -> "大额互助";
            case OVERPAYMENTS -> "多缴款";
            case INTEREST -> "利息";
            case PROVIDERS -> "医药机构";
            case PAID_OUT -> "支付";
            case TRANSFERS -> "转移";
        };
    }
}
