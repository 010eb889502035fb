package io.jieyu.document.command;

import io.jieyu.document.yaml.FileError;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

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
                .registerConverter(
                        YearMonth.class,
                        text -> parsed(YearMonth::parse, text, "a month such as 2026-03"))
                .registerConverter(
                        LocalDate.class,
                        text -> parsed(LocalDate::parse, text, "a date such as 2026-01-15"))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof FileError || failure instanceof CannotShow) {
                        command.getErr().println("policy: " + failure.getMessage());
                        return CANNOT;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    private static <T> T parsed(Function<String, T> parse, String text, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException notOne) {
            throw new TypeConversionException(
                    String.format(Locale.ROOT, "\"%s\" (expected: %s)", text, expected));
        }
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
