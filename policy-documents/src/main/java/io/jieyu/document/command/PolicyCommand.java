package io.jieyu.document.command;

import io.jieyu.document.yaml.FileError;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jieyu policy}: checks, compares and shows policy documents. */
@Command(
        name = "./jieyu policy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks, compares and shows policy documents.",
        subcommands = {CheckCommand.class, DiffCommand.class, ShowCommand.class})
public final class PolicyCommand implements Runnable {

    static final int CANNOT = 2;

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs the command; returns its exit status. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof FileError || failure instanceof CannotShow) {
                        command.getErr().println("policy: " + failure.getMessage());
                        return CANNOT;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
