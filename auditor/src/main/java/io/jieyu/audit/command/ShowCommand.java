package io.jieyu.audit.command;

import io.jieyu.audit.history.HistoryText;
import io.jieyu.audit.history.Moment;
import io.jieyu.audit.recompute.ReadHistory;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.ledger.AccountId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an account as it stood at a moment. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows an account as it stood then, entry by entry, recomputed.")
final class ShowCommand implements Callable<Integer> {

    /** One moment, or none: now. */
    static final class When {

        @Option(
                names = "--at",
                paramLabel = "DATE",
                description = "what bears a business date up to that day")
        private @Nullable LocalDate at;

        @Option(names = "--offset", paramLabel = "N", description = "up to that place in the inbox")
        private @Nullable Long offset;

        @Option(
                names = "--close",
                paramLabel = "MONTH",
                description = "up to the close of that month")
        private @Nullable YearMonth close;

        Moment moment() {
            if (at != null) {
                return new Moment.Date(at);
            }
            if (offset != null) {
                return new Moment.Offset(offset);
            }
            return close == null ? new Moment.Now() : new Moment.Close(close);
        }
    }

    @Mixin private SourceOptions topics = new SourceOptions();

    @Mixin private WorkOption work = new WorkOption();

    @Parameters(paramLabel = "ACCOUNT", description = "the account")
    private String account = "";

    @ArgGroup private @Nullable When when;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "of that, what was known by the end of this day")
    private @Nullable LocalDate knownAt;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        AccountId id = Accounts.parse(account);
        try (TopicSource source = topics.open()) {
            var history = new ReadHistory(source).of(id, work.folder("show"), _ -> {});
            if (spec != null) {
                spec.commandLine().getOut().print(HistoryText.show(id, history, moment()));
                spec.commandLine().getOut().flush();
            }
        }
        return 0;
    }

    private Moment moment() {
        Moment moment = when == null ? new Moment.Now() : when.moment();
        return knownAt == null ? moment : new Moment.Both(moment, new Moment.KnownAt(knownAt));
    }
}
