package io.jieyu.audit.command;

import io.jieyu.audit.history.HistoryText;
import io.jieyu.audit.history.Moment;
import io.jieyu.audit.recompute.ReadHistory;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.ledger.AccountId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an account differs in between two moments. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what an account differs in between two moments.",
            "A moment is a month (its close), a date, a place in the inbox, or known:DATE."
        })
final class DiffCommand implements Callable<Integer> {

    @Mixin private BrokerOptions topics = new BrokerOptions();

    @Mixin private WorkOption work = new WorkOption();

    @Parameters(paramLabel = "ACCOUNT", description = "the account")
    private String account = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "MOMENT",
            description = "the earlier moment")
    private String from = "";

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "an exported folder instead of a broker")
    private @Nullable Path folder;

    @Option(names = "--to", paramLabel = "MOMENT", description = "the later moment; else now")
    private @Nullable String to;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        AccountId id = Accounts.parse(account);
        Moment until = to == null ? new Moment.Now() : Moment.parse(to);
        try (TopicSource source = topics.open(folder)) {
            var history = new ReadHistory(source).of(id, work.folder("diff"), _ -> {});
            if (spec != null) {
                spec.commandLine()
                        .getOut()
                        .print(HistoryText.diff(id, history, Moment.parse(from), until));
                spec.commandLine().getOut().flush();
            }
        }
        return 0;
    }
}
