package io.jieyu.audit.command;

import io.jieyu.audit.Auditor;
import io.jieyu.audit.Progress;
import io.jieyu.audit.Workplace;
import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.audit.verdict.VerdictText;
import io.jieyu.codec.Json;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the verdict. */
class VerdictCommand implements Callable<Integer> {

    @Mixin private SourceOptions topics = new SourceOptions();

    @Mixin private KeyOptions keys = new KeyOptions();

    @Option(
            names = "--until",
            paramLabel = "MONTH",
            description = "up to the close of this month, in the regions that have closed it")
    private @Nullable YearMonth until;

    @Option(names = "--region", paramLabel = "CODE", description = "only this region's accounts")
    private @Nullable String region;

    @Option(names = "--json", paramLabel = "FILE", description = "the verdict as JSON, too")
    private @Nullable Path json;

    @Mixin private WorkOption work = new WorkOption();

    @Option(names = "--resume", description = "go on with an audit that was interrupted")
    private boolean resume;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "partitions at a time (default: the processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var workplace =
                        resume ? Workplace.resumed(work.folder()) : Workplace.fresh(work.folder());
                TopicSource source = source(workplace)) {
            Verdict verdict =
                    new Auditor(
                                    source,
                                    new Ledger(),
                                    new AuditScope(region, Closes.NONE, until),
                                    keys.keys(),
                                    workplace,
                                    new Progress(System.err))
                            .run(threads);
            if (json != null) {
                Files.write(json, Json.write(verdict));
            }
            var out = new StringBuilder();
            new VerdictText(verdict, out).write();
            print(out.toString());
            workplace.clear();
            return verdict.exitStatus();
        }
    }

    private void print(String text) {
        if (spec != null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }

    private TopicSource source(Workplace workplace) {
        Optional<BrokerSource.Snapshot> earlier = resume ? workplace.snapshot() : Optional.empty();
        if (earlier.isPresent()) {
            return BrokerSource.of(earlier.get());
        }
        TopicSource source = topics.open();
        if (source instanceof BrokerSource broker) {
            workplace.keep(broker.snapshot());
        }
        return source;
    }
}
