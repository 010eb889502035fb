package io.jieyu.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jieyu.sandbox.DemoFailed;
import io.jieyu.sandbox.StubHttp;
import io.jieyu.sandbox.StubHttp.Answer;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void tellsEveryOutcomeTheTotalsAndWhyOneAccountIsAsItIs() throws Exception {
        String report = report(0);
        assertThat(report.lines().map(line -> line.replaceAll(" +", " ")))
                .startsWith(
                        "submitted 1,000",
                        " credited 999",
                        " refused: TOO_EARLY 1",
                        "500 lines a second, from the first one sent to the last one explained (2.0"
                                + " s)")
                .contains(
                        " CURRENT 1,234.56",
                        " CONTRIBUTIONS -1,234.56",
                        " sum over all 0.00",
                        "Why account 110000-P000002 is as it is, entry 1",
                        " HALF_UP(1000000 × 0.02)");
        assertThat(report).doesNotContain("PRIOR");
    }

    @Test
    void failsWhereFenAreLeftOver() {
        assertThatExceptionOfType(DemoFailed.class)
                .isThrownBy(() -> report(7))
                .withMessage("the sum over all ledger accounts is 7 fen (expected: 0)");
    }

    @Test
    void failsWithWhatTheGatewaySaysWhenABatchIsNotTaken() throws Exception {
        try (var gateway = StubHttp.start(0, _ -> new Answer(413, "too large"));
                var api = new Api(gateway.uri())) {
            assertThatExceptionOfType(DemoFailed.class)
                    .isThrownBy(() -> api.post("/api/contributions/batches", "x"))
                    .withMessage("POST /api/contributions/batches: HTTP 413 too large");
        }
    }

    @Test
    void failsWithTheAddressThatDoesNotAnswer() throws Exception {
        var gateway = StubHttp.start(0, _ -> new Answer(200, ""));
        gateway.close();
        try (var api = new Api(gateway.uri())) {
            assertThatExceptionOfType(DemoFailed.class)
                    .isThrownBy(() -> api.get("/api/ledger/totals"))
                    .withMessageStartingWith("GET " + gateway.uri() + "/api/ledger/totals: ");
        }
    }

    private static String report(long leftOver) throws Exception {
        String totals =
                "{\"ledgerAccounts\":{\"CURRENT\":123456,\"PRIOR\":0,\"CONTRIBUTIONS\":-123456},\"sumFen\":"
                        + leftOver
                        + ",\"outcomes\":{\"contribution\":{\"ACCEPTED\":999,\"REFUSED\":1}}}";
        try (var gateway = StubHttp.start(0, request -> answer(request, totals));
                var api = new Api(gateway.uri())) {
            var outcomes = new Outcomes();
            outcomes.add("credited", 999);
            outcomes.add("refused: TOO_EARLY", 1);
            outcomes.add("duplicate", 0);
            return new Report(1_000, 2.0, outcomes, api).text();
        }
    }

    private static Answer answer(String request, String totals) {
        return switch (request) {
            case "GET /api/ledger/totals" -> new Answer(200, totals);
            case "GET /api/accounts/110000-P000002/entries/1" ->
                    new Answer(
                            200,
                            "{\"explanation\":[{\"en\":\"HALF_UP(1000000 ×"
                                    + " 0.02)\",\"zh\":\"…\"}]}");
            default -> new Answer(404, "{}");
        };
    }
}
