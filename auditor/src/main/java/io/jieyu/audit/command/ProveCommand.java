package io.jieyu.audit.command;

import io.jieyu.audit.recompute.ProveAccount;
import io.jieyu.audit.seals.SealsFound;
import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.ledger.AccountId;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the proof of one account at a close. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a tlog-proof: at that close this account stood at this balance.",
            "./jieyu audit check verifies it, without network and without topics."
        })
final class ProveCommand implements Callable<Integer> {

    @Mixin private SourceOptions topics = new SourceOptions();

    @Mixin private WorkOption work = new WorkOption();

    @Option(names = "--account", required = true, paramLabel = "ID", description = "the account")
    private String account = "";

    @Option(
            names = "--close",
            required = true,
            paramLabel = "REGION/MONTH",
            description = "the close, such as 110000/2025-12")
    private String close = "";

    @Option(names = "--records", description = "attach the account's records up to then")
    private boolean records;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        AccountId id = Accounts.parse(account);
        int slash = close.indexOf('/');
        if (slash < 0 || !close.substring(0, slash).equals(id.regionCode())) {
            throw new CannotDecide(
                    "--close " + close + " (expected: " + id.regionCode() + "/<month>)");
        }
        YearMonth period = month(close.substring(slash + 1));
        try (TopicSource source = topics.open()) {
            CloseCertified certified =
                    SealsFound.read(source).requireCertificate(id.regionCode(), period.toString());
            var proof =
                    new ProveAccount(source, id, period)
                            .make(certified, records, work.folder("prove"), _ -> {});
            if (spec != null) {
                spec.commandLine().getOut().print(proof.text());
                spec.commandLine().getOut().flush();
            }
        }
        return 0;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new CannotDecide("month " + text + " (expected: such as 2025-12)", e);
        }
    }
}
