package io.jieyu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.scenario.AcceptanceScenarios;
import io.jieyu.scenario.Play;
import io.jieyu.scenario.Played;
import io.jieyu.scenario.Sent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every acceptance scenario, posted and audited. */
class ScenariosAuditedTest {

    @TempDir private Path folder;

    static Stream<Played> stories() {
        return AcceptanceScenarios.all().stream().map(Play::play);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void agree(Played played) {
        Closes beginning =
                played.scenario().firstMonth() == null
                        ? Closes.NONE
                        : Closes.beginningAfter(played.scenario().firstMonth().minusMonths(1));
        var source = new MemorySource(1);
        for (Sent sent : played.sent()) {
            AuditedStory.send(source, sent.scope(), sent.messageId(), sent.kind(), sent.fields());
        }
        PostedTopics.post(source, new Ledger(), beginning);
        Verdict verdict =
                AuditedStory.audit(
                        source, folder, new AuditScope(null, beginning, null), List.of());
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.undecided()).isEmpty();
        assertThat(verdict.exitStatus()).isZero();
        assertThat(verdict.totals().sumFen()).isZero();
        assertThat(verdict.totals().count(Totals.LEDGER_RECORDS)).isPositive();
    }
}
