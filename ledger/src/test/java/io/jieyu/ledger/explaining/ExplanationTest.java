package io.jieyu.ledger.explaining;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.crediting.Line;
import io.jieyu.ledger.decision.LedgerStory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Line LINE = Line.employee("1988-06-15", "2024-11");

    private final LedgerStory story =
            new LedgerStory("2024-10")
                    .policy(
                            "000000",
                            Map.of(
                                    "mutualAidFen",
                                    300L,
                                    "baseLimits",
                                    List.of(limits()),
                                    "employerBands",
                                    List.of(band())));

    @Test
    void writesEachPostingWithItsRulePolicyAndFormulaInTwoLanguages() {
        var lines = of(send("m1", LINE.with("baseFen", 900_000L)));
        assertThat(lines.getFirst().en())
                .isEqualTo("Message m1 (contribution) of 2024-11-05 was accepted.");
        assertThat(lines.get(2).en())
                .isEqualTo(
                        "100.00 yuan from contributions to the account's current year for 2024-11"
                                + " (rule 7.4, policy 000000/A: 10000 = HALF_UP(1000000 × 0.01);"
                                + " age 36; declared base 900000, clamped).");
        assertThat(lines.get(2).zh())
                .startsWith("100.00 元，由缴费转入个人账户当年部分，所属期 2024-11（规则 7.4，政策 000000/A：");
        assertThat(lines.getLast().en())
                .isEqualTo(
                        "Balance after it: 300.00 yuan (current year 300.00, prior years 0.00).");
    }

    @Test
    void writesADifferenceWithItsTerms() {
        var lines = of(send("m1", LINE.with("employerReceivedFen", 80_000L)));
        assertThat(lines)
                .extracting(Explanation.Line::en)
                .anyMatch(line ->
                        line.contains(
                                "70000 = employerReceivedFen 80000 − employerCreditFen 10000"));
    }

    @Test
    void saysWhatWasRefusedAndHowToRepairIt() {
        var lines = of(send("m1", LINE.with("personalReceivedFen", 5L)));
        assertThat(lines.getFirst().en())
                .contains("refused: UNDERPAID. personalReceivedFen: 5 (expected: at least 20300")
                .contains("new message id");
        assertThat(lines.getFirst().zh()).contains("UNDERPAID", "重新提交");
    }

    @Test
    void namesTheMessageThatADuplicateRepeats() {
        send("m1", LINE);
        assertThat(of(send("m2", LINE)).getFirst().en())
                .contains("repeats message m1", "nothing was posted");
    }

    @Test
    void tellsThatAYearEndWipesNothing() {
        send("m1", LINE);
        story.close("110000", "2024-11");
        story.close("110000", "2024-12");
        story.history(Line.ACCOUNT);
        var lines = of(story.recorded().getLast().record());
        assertThat(lines)
                .extracting(Explanation.Line::en)
                .contains(
                        "The close of 2024-12 (message close/110000/2024-12) was applied.",
                        "300.00 yuan from the account's current year to the account's prior years"
                            + " (rule 9.3, policy 000000/A: 30000 = min(30000 at the month's end,"
                            + " 30000 now)).",
                        "0.18 yuan from interest to the account's prior years for 2024-12 (rule"
                            + " 9.2, policy 000000/A: 18 = HALF_UP(month product 60000 × 0.0035 ÷"
                            + " 12)).",
                        "The year's money has moved to the prior years; nothing was wiped.");
        assertThat(lines).extracting(Explanation.Line::zh).contains("当年资金已结转至历年结余，并未清零。");
    }

    @Test
    void tellsWhatASpendPaidAndWhatIsLeftInCash() {
        send("m1", LINE);
        Map<String, Object> spend = new LinkedHashMap<>();
        spend.put("accountId", Line.ACCOUNT);
        spend.put("date", "2024-11-06");
        spend.put("spendId", "S1");
        spend.put("amountFen", 31_000L);
        spend.put("use", "PHARMACY");
        spend.put("providerId", "H1");
        assertThat(of(story.record(Line.ACCOUNT, "s1", "spend", spend)))
                .extracting(Explanation.Line::en)
                .contains("Paid from the account: 300.00 yuan; left in cash: 10.00 yuan.");
    }

    @Test
    void hasWordsForEveryReasonInTwoLanguages() {
        for (ReasonCode code : ReasonCode.values()) {
            assertThat(Wording.english(code)).endsWith(".");
            assertThat(Wording.chinese(code)).endsWith("。");
        }
    }

    private static List<Explanation.Line> of(LedgerRecord record) {
        return Explanation.of(record);
    }

    private LedgerRecord send(String id, Line line) {
        return story.record(Line.ACCOUNT, id, "contribution", line.fields());
    }

    private static Map<String, Object> limits() {
        return Map.of("from", "2020-01", "floorFen", 1_000_000L, "ceilingFen", 3_000_000L);
    }

    private static Map<String, Object> band() {
        Map<String, Object> band = new LinkedHashMap<>();
        band.put("minAge", 0L);
        band.put("maxAgeExclusive", null);
        band.put("rate", "0.01");
        return band;
    }
}
