package io.jieyu.scenario;

import io.jieyu.document.yaml.FileError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The command {@code ./jieyu scenario}: plays scenario files, a line for each. */
public final class RunScenarios {

    private static final int HOLDS = 0;
    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;

    private final PrintStream out;
    private int held;
    private int differed;
    private int unreadable;

    private RunScenarios(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = new RunScenarios(out).run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    /**
     * Plays the files, and those of the folders.
     *
     * @return 0 when all hold, 1 when one differs, 2 when a file cannot be read
     */
    static int run(List<String> arguments, PrintStream out) {
        return new RunScenarios(out).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            out.println("scenario: no file (expected: ./jieyu scenario FILE|FOLDER…)");
            return UNREADABLE;
        }
        long start = System.nanoTime();
        for (Path file : files(arguments)) {
            play(file);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d scenarios: %d hold, %d differ, %d cannot be read (%.1f s)%n",
                held + differed + unreadable,
                held,
                differed,
                unreadable,
                seconds);
        if (unreadable > 0) {
            return UNREADABLE;
        }
        return differed > 0 ? DIFFERS : HOLDS;
    }

    private List<Path> files(List<String> arguments) {
        var files = new ArrayList<Path>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path)) {
                inside.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                unreadable++;
                out.println(path + ": cannot be read: " + e.getMessage());
            }
        }
        return files;
    }

    private void play(Path file) {
        try {
            Scenario scenario = ReadScenario.from(file);
            List<Difference> differences = Play.play(scenario).differences();
            if (differences.isEmpty()) {
                held++;
                out.println("holds    " + scenario.name());
                return;
            }
            differed++;
            out.println("differs  " + scenario.name() + "  (" + scenario.title() + ")");
            differences.forEach(difference -> out.println("    " + difference));
        } catch (FileError e) {
            unreadable++;
            out.println("error    " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            unreadable++;
            out.println("error    " + file + ": " + e.getMessage());
        }
    }
}
