package io.jieyu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that was written by a core with a fault. */
class FaultyRulesTest {

    private static final int ACCOUNTS = 12;

    @TempDir private Path folder;

    @Test
    void theFirstPostingThatDiffersIsNamedWithEachAccount() {
        MemorySource faulty = AuditedStory.inbox(ACCOUNTS, 3);
        PostedTopics.post(faulty, new FaultyLedger(), Closes.NONE);
        Verdict verdict = AuditedStory.audit(faulty, folder);
        assertThat(verdict.exitStatus()).isEqualTo(1);
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.kind() == Kind.RECORD_DIFFERS)
                .hasSize(ACCOUNTS - ACCOUNTS / 4)
                .allSatisfy(finding -> {
                    assertThat(finding.sequence()).isEqualTo(1);
                    assertThat(finding.fields().getFirst().field())
                            .isEqualTo("postings[0].amountFen");
                    assertThat(finding.consequences()).isPositive();
                });
    }

    @Test
    void theRightCoreAgreesWithItself() {
        MemorySource right = AuditedStory.inbox(ACCOUNTS, 3);
        PostedTopics.post(right, new Ledger(), Closes.NONE);
        assertThat(AuditedStory.audit(right, folder).agrees()).isTrue();
    }
}
