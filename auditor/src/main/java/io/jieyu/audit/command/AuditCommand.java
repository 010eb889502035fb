package io.jieyu.audit.command;

import io.jieyu.audit.topics.CannotDecide;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jieyu audit}: without a verb it gives the verdict. */
@Command(
        name = "./jieyu audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Recomputes every balance from the topics and names every difference.",
            "Exit status 0: all agrees, 1: differences, 2: could not be decided."
        },
        subcommands = {
            ExportCommand.class,
            ProveCommand.class,
            CheckCommand.class,
            KeyCommand.class,
            ShowCommand.class,
            DiffCommand.class
        })
public final class AuditCommand extends VerdictCommand {

    private static final int UNDECIDED = 2;

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs the command; returns its exit status. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof CannotDecide why) {
                        command.getErr().println("audit: cannot be decided: " + why.getMessage());
                        return UNDECIDED;
                    }
                    throw failure;
                })
                .execute(arguments);
    }
}
