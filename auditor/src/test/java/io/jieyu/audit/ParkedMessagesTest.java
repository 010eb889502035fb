package io.jieyu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.recompute.PartitionAudit;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.PartitionVerdict;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message on which the rules break: its account waits in the ledger, and so it does here. */
class ParkedMessagesTest {

    private static final String BREAKS = "c-2025-02";

    @TempDir private Path folder;

    /** Breaks on one month's contributions. */
    private static final class BreakingLedger extends Ledger {

        @Override
        public Decision decide(
                History history, Message message, Memory memory, Announced announced) {
            if (message.messageId().equals(BREAKS)) {
                throw new IllegalStateException("a bug");
            }
            return super.decide(history, message, memory, announced);
        }
    }

    private PartitionVerdict audit(MemorySource source, Ledger ledger) {
        return new PartitionAudit(source, 0, ledger, AuditScope.ALL, Set.of(), _ -> {}).run(folder);
    }

    @Test
    void areCountedAndNoDifference() {
        MemorySource source = AuditedStory.inbox(12, 1);
        PostedTopics.post(source, new Ledger(), Closes.NONE);
        MemorySource longer = AuditedStory.inbox(12, 3);
        source.of(Topic.ACCOUNT_INBOX, 0).clear();
        source.of(Topic.ACCOUNT_INBOX, 0).addAll(longer.of(Topic.ACCOUNT_INBOX, 0));
        source.of(Topic.ACCOUNT_INBOX, 0)
                .removeIf(message ->
                        message.key().startsWith("broadcast")
                                && new String(
                                                message.headers().lastHeader("ce_id").value(),
                                                java.nio.charset.StandardCharsets.UTF_8)
                                        .matches("close-2025-0[23]"));
        PartitionVerdict verdict = audit(source, new BreakingLedger());
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.undecided()).isEmpty();
        assertThat(verdict.parked()).isNotEmpty().allMatch(text -> text.contains("a bug"));
        assertThat(verdict.totals().count(Totals.PARKED)).isGreaterThan(verdict.parked().size());
    }

    @Test
    void areNotDecidedWhereTheLedgerHasAnOutcomeAllTheSame() {
        PartitionVerdict verdict = audit(AuditedStory.year(12, 3), new BreakingLedger());
        assertThat(verdict.undecided()).isNotEmpty().allMatch(text -> text.contains("recomputed"));
        assertThat(verdict.findings()).noneMatch(found -> found.kind() == Kind.RECORD_FOREIGN);
    }
}
