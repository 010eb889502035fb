package io.jieyu.document.command;

import io.jieyu.document.DocumentSet;
import io.jieyu.document.FileProblem;
import io.jieyu.document.yaml.FileError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells every error of the files at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Tells every error of policy documents at once, each with its file and line.",
            "The files of one folder are a set: they are checked together, as one falls back to"
                    + " the other.",
            "Exit status 0: no error, 1: errors, 2: a file cannot be read."
        })
final class CheckCommand implements Callable<Integer> {

    private static final int WRONG = 1;

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "YAML or JSON.")
    private List<Path> paths = List.of();

    @Spec private @Nullable CommandSpec spec;

    private int documents;
    private int errors;
    private int warnings;
    private int unreadable;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        sets(out).forEach((folder, files) -> check(folder, files, out));
        out.printf("documents %d, errors %d, warnings %d%n", documents, errors, warnings);
        out.flush();
        if (unreadable > 0) {
            return PolicyCommand.CANNOT;
        }
        return errors > 0 ? WRONG : 0;
    }

    /** The files by their folder. */
    private Map<Path, List<Path>> sets(PrintWriter out) {
        Map<Path, List<Path>> sets = new LinkedHashMap<>();
        for (Path path : paths) {
            try {
                for (Path file :
                        Files.isDirectory(path) ? DocumentSet.filesOf(path) : List.of(path)) {
                    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
                    List<Path> set = sets.computeIfAbsent(folder, _ -> new ArrayList<>());
                    if (!set.contains(file)) {
                        set.add(file);
                    }
                }
            } catch (FileError e) {
                unreadable++;
                out.println(e.getMessage());
            }
        }
        return sets;
    }

    private void check(Path folder, List<Path> files, PrintWriter out) {
        var readable = new ArrayList<Path>();
        for (Path file : files) {
            if (Files.isReadable(file)) {
                readable.add(file);
            } else {
                unreadable++;
                out.println(file + ": cannot be read (expected: a file)");
            }
        }
        try {
            DocumentSet read = DocumentSet.files(String.valueOf(folder.getFileName()), readable);
            read.problems().forEach(out::println);
            documents += readable.size();
            warnings += (int) read.problems().stream().filter(FileProblem::warning).count();
            errors += (int) read.problems().stream().filter(found -> !found.warning()).count();
        } catch (FileError e) {
            errors++;
            out.println(e.getMessage());
        }
    }
}
