package io.jieyu.document;

import io.jieyu.document.yaml.FileError;
import io.jieyu.document.yaml.ResourceFolder;
import io.jieyu.document.yaml.YamlFile;
import io.jieyu.ledger.policy.PolicySet;
import io.jieyu.ledger.policy.PolicySet.SetProblem;
import io.jieyu.ledger.policy.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of a set, read from their files and checked one by one and together. With one error
 * none of them is used (policy-format 3).
 *
 * @param problems errors and warnings, file by file
 */
public record DocumentSet(PolicySet set, List<FileProblem> problems) {

    /** The sets that come with the project. */
    public static final List<String> BUNDLED = List.of("default", "as-published-2025");

    private static final int REGION = 6;

    public DocumentSet {
        problems = List.copyOf(problems);
    }

    /** Whether every document may be used. */
    public boolean isValid() {
        return problems.stream().allMatch(FileProblem::warning);
    }

    /**
     * A set that comes with the project.
     *
     * @throws IllegalStateException when there is no such set, or it has an error; with all of them
     */
    public static PolicySet bundled(String name) {
        if (!BUNDLED.contains(name)) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "set \"%s\" (expected: one of %s)",
                            name,
                            String.join(", ", BUNDLED)));
        }
        var readings = new ArrayList<DocumentFile.Reading>();
        for (YamlFile file : ResourceFolder.files("/io/jieyu/ledger/policy/" + name)) {
            String fileName = file.name().replaceFirst(".*/", "").replaceFirst("\\.yaml$", "");
            readings.add(DocumentFile.read(file, fileName));
        }
        DocumentSet read = of(name, readings);
        if (!read.isValid()) {
            throw new IllegalStateException(
                    read.problems().stream()
                            .map(FileProblem::toString)
                            .collect(Collectors.joining("\n")));
        }
        return read.set();
    }

    /**
     * The documents of a folder.
     *
     * @throws FileError when the folder or a file does not open, or a file is no YAML at all
     */
    public static DocumentSet folder(Path folder) throws FileError {
        return files(String.valueOf(folder.getFileName()), filesOf(folder));
    }

    /**
     * The files of a folder that are documents: YAML and JSON.
     *
     * @throws FileError when the folder does not open, or has none
     */
    public static List<Path> filesOf(Path folder) throws FileError {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files =
                    inside.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new FileError(folder.toString(), 0, "has no .yaml, .yml or .json file");
            }
            return files;
        } catch (IOException e) {
            throw FileError.unreadable(folder.toString(), e);
        }
    }

    /**
     * These files, as one set.
     *
     * @throws FileError when a file does not open, or is no YAML at all
     */
    public static DocumentSet files(String name, List<Path> files) throws FileError {
        var readings = new ArrayList<DocumentFile.Reading>();
        for (Path file : files) {
            readings.add(DocumentFile.read(file));
        }
        return of(name, readings);
    }

    private static DocumentSet of(String name, List<DocumentFile.Reading> readings) {
        var problems = new ArrayList<FileProblem>();
        Map<String, DocumentFile> documents = new LinkedHashMap<>();
        for (DocumentFile.Reading reading : readings) {
            switch (reading) {
                case DocumentFile.Reading.Invalid(var found) -> problems.addAll(found);
                case DocumentFile.Reading.Valid(var file, var warnings) -> {
                    problems.addAll(warnings);
                    String region = file.document().regionCode();
                    DocumentFile other = documents.putIfAbsent(region, file);
                    if (other != null) {
                        String expected = "one document for each region; " + other.name();
                        problems.add(
                                file.at(new Problem("regionCode", region, expected + " has it")));
                    }
                }
            }
        }
        var set =
                new PolicySet(
                        name, documents.values().stream().map(DocumentFile::document).toList());
        if (problems.stream().allMatch(FileProblem::warning)) {
            for (SetProblem problem : set.problems()) {
                DocumentFile file = documents.get(problem.policyId().substring(0, REGION));
                if (file != null) {
                    problems.add(file.at(problem));
                }
            }
        }
        return new DocumentSet(set, problems);
    }
}
