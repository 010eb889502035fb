package io.jieyu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Ledger;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit that was interrupted goes on where it was, and comes to the same verdict. */
class ResumeTest {

    @TempDir private Path folder;

    private final MemorySource source = AuditedStory.year(12, 3);
    private final Set<Integer> read = new HashSet<>();

    /** The source, which breaks in one partition. */
    private TopicSource breaking(int broken) {
        return (TopicSource)
                Proxy.newProxyInstance(
                        TopicSource.class.getClassLoader(),
                        new Class<?>[] {TopicSource.class},
                        (_, method, arguments) -> {
                            if (method.getReturnType() == RecordStream.class
                                    && arguments[0] == Topic.ACCOUNT_LEDGER) {
                                read.add((Integer) arguments[1]);
                                if (arguments[1].equals(broken)) {
                                    throw new CannotDecide("the broker went away");
                                }
                            }
                            return method.invoke(source, arguments);
                        });
    }

    private Verdict audit(TopicSource topics, Workplace workplace) {
        var progress = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        return new Auditor(topics, new Ledger(), AuditScope.ALL, List.of(), workplace, progress)
                .run(1);
    }

    @Test
    void readsOnlyThePartitionsThatItHadNotFinished() {
        Path work = folder.resolve("work");
        try (var first = Workplace.fresh(work)) {
            assertThatThrownBy(() -> audit(breaking(2), first)).hasMessage("the broker went away");
            assertThatThrownBy(() -> Workplace.resumed(work))
                    .hasMessageContaining("another audit is at work there");
        }
        assertThat(read).containsExactlyInAnyOrder(0, 1, 2);
        read.clear();
        try (var second = Workplace.resumed(work);
                var anew = Workplace.fresh(folder.resolve("anew"))) {
            Verdict resumed = audit(breaking(-1), second);
            assertThat(read).containsExactly(2);
            assertThat(resumed).isEqualTo(audit(source, anew));
            assertThat(resumed.agrees()).isTrue();
        }
    }
}
