package io.jieyu.document.command;

import io.jieyu.document.CompareVersions;
import io.jieyu.document.CompareVersions.Difference;
import io.jieyu.document.DocumentFile;
import io.jieyu.document.FileProblem;
import io.jieyu.document.yaml.FileError;
import io.jieyu.ledger.policy.PolicySet;
import io.jieyu.ledger.policy.RegionDocument;
import io.jieyu.ledger.policy.RegionDocument.Version;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions, or the versions of two documents, field by field. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares two versions field by field, or two documents version by version.",
            "A and B are files (110000.yaml), versions in files (110000.yaml/B) or versions of a"
                    + " set (110000/B).",
            "Exit status 0: they say the same, 1: differences, 2: a file cannot be used."
        })
final class DiffCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;

    @Parameters(index = "0", paramLabel = "A", description = "What was.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "What is.")
    private String after = "";

    @Mixin private SetOptions sets = new SetOptions();

    @Spec private @Nullable CommandSpec spec;

    /** What an argument names: all versions of a document, or one. */
    private record Side(Map<String, Version> versions, boolean one) {}

    @Override
    public Integer call() throws FileError {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Side a = side(before);
        Side b = side(after);
        int differences =
                a.one() || b.one() ? one(out, a, b) : every(out, a.versions(), b.versions());
        out.println(differences == 0 ? "no difference" : differences + " differences");
        out.flush();
        return differences == 0 ? 0 : DIFFERENT;
    }

    private int one(PrintWriter out, Side a, Side b) {
        if (a.versions().size() != 1 || b.versions().size() != 1) {
            throw new CannotShow(
                    "diff "
                            + before
                            + " "
                            + after
                            + ": one names a version, the other several (expected: "
                            + (a.one() ? after : before)
                            + "/VERSION, one of "
                            + String.join(", ", (a.one() ? b : a).versions().keySet())
                            + ")");
        }
        return print(
                out,
                a.versions().values().iterator().next(),
                b.versions().values().iterator().next());
    }

    private static int every(PrintWriter out, Map<String, Version> a, Map<String, Version> b) {
        var names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        int differences = 0;
        for (String name : names) {
            Version old = a.get(name);
            Version young = b.get(name);
            if (old == null || young == null) {
                out.println("version " + name + (old == null ? ": only in B" : ": only in A"));
                differences++;
            } else if (!CompareVersions.of(old, young).isEmpty()) {
                out.println("version " + name + ":");
                differences += print(out, old, young);
            }
        }
        return differences;
    }

    private static int print(PrintWriter out, Version a, Version b) {
        List<Difference> differences = CompareVersions.of(a, b);
        for (Difference difference : differences) {
            out.println(difference.field());
            out.println("  - " + shown(difference.hadBefore(), difference.before()));
            out.println("  + " + shown(difference.hasAfter(), difference.after()));
        }
        return differences.size();
    }

    private static String shown(boolean says, @Nullable Object value) {
        return says ? Values.line(value) : "(says nothing)";
    }

    private Side side(String argument) throws FileError {
        Path file = Path.of(argument);
        if (Files.isRegularFile(file)) {
            return of(read(file), null);
        }
        Path parent = file.getParent();
        String last = String.valueOf(file.getFileName());
        if (parent != null && Files.isRegularFile(parent)) {
            return of(read(parent), last);
        }
        if (!argument.matches("\\d{6}(/.+)?")) {
            throw new CannotShow(
                    argument
                            + ": there is no such file (expected: FILE, FILE/VERSION or"
                            + " REGION/VERSION)");
        }
        PolicySet set = sets.set();
        String region = argument.substring(0, 6);
        RegionDocument document =
                set.of(region)
                        .orElseThrow(() ->
                                new CannotShow(
                                        "set "
                                                + set.name()
                                                + " has no document of "
                                                + region
                                                + " (expected: one of "
                                                + set.documents().stream()
                                                        .map(RegionDocument::regionCode)
                                                        .collect(Collectors.joining(", "))
                                                + ")"));
        return of(document, argument.length() > 7 ? argument.substring(7) : null);
    }

    private static Side of(RegionDocument document, @Nullable String version) {
        Map<String, Version> versions = new LinkedHashMap<>();
        document.versions().forEach(each -> versions.put(each.version(), each));
        if (version == null) {
            return new Side(versions, false);
        }
        Version named =
                document.version(version)
                        .orElseThrow(() ->
                                new CannotShow(
                                        document.regionCode()
                                                + " has no version "
                                                + version
                                                + " (expected: one of "
                                                + String.join(", ", versions.keySet())
                                                + ")"));
        return new Side(Map.of(version, named), true);
    }

    private static RegionDocument read(Path file) throws FileError {
        return switch (DocumentFile.read(file)) {
            case DocumentFile.Reading.Valid(var read, _) -> read.document();
            case DocumentFile.Reading.Invalid(var problems) ->
                    throw new CannotShow(
                            "not a document that can be compared:\n"
                                    + problems.stream()
                                            .map(FileProblem::toString)
                                            .collect(Collectors.joining("\n")));
        };
    }
}
