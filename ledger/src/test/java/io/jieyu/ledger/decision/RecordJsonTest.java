package io.jieyu.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.crediting.Line;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private final LedgerStory story = new LedgerStory().policy("000000", Map.of());

    /** Written down: a change of the form breaks every chain that exists. */
    @Test
    void writesTheCanonicalForm() {
        var json = json(Line.employee("1990-01-01", "2024-01"));
        assertThat(new String(json.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"sequence":1,"previousHash":"%s","accountId":"110000-P1","messageId":"m1","kind":"contribution",\
                        "date":"2024-01-05","outcome":"ACCEPTED","message":{"accountId":"110000-P1","date":"2024-01-05",\
                        "type":"REGULAR","period":"2024-01","serial":"1","category":"EMPLOYEE","birthDate":"1990-01-01",\
                        "baseFen":1000000},"postings":[{"from":"CONTRIBUTIONS","to":"CURRENT","amountFen":20000,\
                        "date":"2024-01-05","reason":"CONTRIBUTION","period":"2024-01","policyId":"000000/A","rule":"7.4",\
                        "formula":{"baseFen":1000000,"personalRate":"0.02"}}],"changes":{"lifecycle":"OPEN","participation":"ACTIVE",\
                        "birthDate":"1990-01-01","category":"EMPLOYEE","tier":"POOLED_AND_ACCOUNT","lastBaseFen":1000000,\
                        "contributionMonths":1,"liableFrom":"2024-01","pooledBenefit":"ACTIVE",\
                        "pooledBenefitFrom":"2024-02-01","periods":{"2024-01":{"status":"PAID","key":"REGULAR/2024-01/1",\
                        "credited":true}}},"notices":[],"result":{},"balances":{"currentFen":20000,"priorFen":0,"suspenseFen":0,"inTransitFen":0,\
                        "receivableFen":0},"policies":["000000/A"]}\
                        """
                                .formatted("0".repeat(64)));
    }

    @Test
    void hashesTheBytesAsTheyStand() {
        var json = json(Line.employee("1990-01-01", "2024-01"));
        assertThat(json.hash()).isEqualTo(Hash.of(json.bytes()));
    }

    @Test
    void escapesWhatJsonMustAndNothingElse() {
        var json =
                json(
                        Line.employee("1990-01-01", "2024-01")
                                .with("note", "a\"b\\c\n\u0001 结余 😀 /"));
        assertThat(new String(json.bytes(), StandardCharsets.UTF_8))
                .contains("\"note\":\"a\\\"b\\\\c\\u000a\\u0001 结余 😀 /\"");
    }

    private RecordJson json(Line line) {
        return ((Decision.Decided) story.send(Line.ACCOUNT, "m1", "contribution", line.fields()))
                .message()
                .json();
    }
}
