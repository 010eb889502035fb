package io.jieyu.account.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.LedgerRecord;
import io.jieyu.servicekit.messages.Json;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void writesTheFormulaWithItsInputsTheVersionAndTheRule() {
        var lines =
                Explanation.of(
                        record(
                                """
                                "outcome":"ACCEPTED","postings":[{"from":"CONTRIBUTIONS","to":"CURRENT","amountFen":10000,
                                "date":"2025-01-05","reason":"CONTRIBUTION","period":"2025-01","policyId":"110000/A","rule":"7.4",
                                "formula":{"age":36,"employerRate":"0.01","baseFen":1000000,"declaredBaseFen":900000}}]\
                                """));
        assertThat(lines.get(1).en())
                .isEqualTo(
                        "100.00 yuan from contributions to the account's current year for 2025-01"
                            + " (rule 7.4, policy 110000/A: 10000 = HALF_UP(1000000 × 0.01); age"
                            + " 36; declared base 900000, clamped).");
        assertThat(lines.get(1).zh())
                .isEqualTo(
                        "100.00 元，由缴费转入个人账户当年部分，所属期 2025-01（规则 7.4，政策 110000/A：10000 ="
                            + " HALF_UP(1000000 × 0.01); age 36; declared base 900000, clamped）。");
        assertThat(lines.getLast().en())
                .isEqualTo(
                        "Balance after it: 123.45 yuan (current year 100.00, prior years 23.45).");
    }

    @Test
    void writesADifferenceWithItsTerms() {
        var lines =
                Explanation.of(
                        record(
                                """
                                "outcome":"ACCEPTED","postings":[{"from":"CONTRIBUTIONS","to":"POOLED_FUND","amountFen":70000,
                                "date":"2025-01-05","reason":"CONTRIBUTION","rule":"6.1",
                                "formula":{"employerReceivedFen":80000,"employerCreditFen":10000}}]\
                                """));
        assertThat(lines.get(1).en())
                .contains("70000 = employerReceivedFen 80000 − employerCreditFen 10000");
    }

    @Test
    void saysWhatWasRefusedAndHowToRepairIt() {
        var lines =
                Explanation.of(
                        record(
                                """
                                "outcome":"REFUSED","postings":[],
                                "refusal":{"code":"UNDERPAID","field":"personalReceivedFen","value":5,"expected":"at least 20300"}\
                                """));
        assertThat(lines.getFirst().en())
                .contains(
                        "refused: UNDERPAID. personalReceivedFen: 5 (expected: at least 20300)",
                        "new message id");
        assertThat(lines.getFirst().zh()).contains("UNDERPAID", "重新提交");
    }

    @Test
    void namesTheMessageThatADuplicateRepeats() {
        var lines =
                Explanation.of(
                        record("\"outcome\":\"DUPLICATE\",\"duplicateOf\":\"m0\",\"postings\":[]"));
        assertThat(lines.getFirst().en()).contains("repeats message m0", "nothing was posted");
    }

    private static LedgerRecord record(String more) {
        String json =
                """
                {"sequence":1,"previousHash":"%s","accountId":"110000-P1","messageId":"m1","kind":"contribution",
                "date":"2025-01-05",%s,"message":{},"changes":{},"balances":{"currentFen":10000,"priorFen":2345,
                "suspenseFen":0,"inTransitFen":0,"receivableFen":0},"policies":[]}\
                """
                        .formatted("0".repeat(64), more);
        return Json.read(json.getBytes(UTF_8), LedgerRecord.class);
    }
}
