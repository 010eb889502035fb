package io.jieyu.document;

import io.jieyu.document.yaml.FileError;
import io.jieyu.document.yaml.YamlFile;
import io.jieyu.document.yaml.YamlFile.Place;
import io.jieyu.ledger.policy.PolicySet.SetProblem;
import io.jieyu.ledger.policy.Problem;
import io.jieyu.ledger.policy.RegionDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The policy document of a region in its file, YAML or JSON (policy-format 1 and 3). */
public final class DocumentFile {

    private static final Pattern EXTENSION = Pattern.compile("\\.(ya?ml|json)$");

    private final YamlFile yaml;
    private final RegionDocument document;

    private DocumentFile(YamlFile yaml, RegionDocument document) {
        this.yaml = yaml;
        this.document = document;
    }

    /** A file that can be used, or every error in it. */
    public sealed interface Reading {

        record Valid(DocumentFile file, List<FileProblem> warnings) implements Reading {}

        record Invalid(List<FileProblem> problems) implements Reading {}
    }

    /**
     * Reads a file, whose name has to be that of its region.
     *
     * @throws FileError when there is no such file, or it is no YAML at all
     */
    public static Reading read(Path path) throws FileError {
        try (InputStream file = Files.newInputStream(path)) {
            YamlFile yaml = YamlFile.readWithRepeats(path.toString(), file);
            String name = String.valueOf(path.getFileName());
            return read(yaml, EXTENSION.matcher(name).replaceAll(""));
        } catch (IOException e) {
            throw FileError.unreadable(path.toString(), e);
        }
    }

    /**
     * Reads a document that somebody sends.
     *
     * @param name for the errors
     * @throws FileError when it is no YAML at all
     */
    public static Reading read(String name, String text) throws FileError {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return read(YamlFile.readWithRepeats(name, bytes), null);
    }

    static Reading read(YamlFile yaml, @Nullable String fileName) {
        var problems = new ArrayList<FileProblem>();
        for (YamlFile.Repeat repeat : yaml.repeats()) {
            var given =
                    new Problem(
                            repeat.path(),
                            "given twice",
                            "once; first in line " + repeat.firstLine());
            problems.add(new FileProblem(yaml.name(), repeat.line(), given, false));
        }
        if (!(yaml.root() instanceof Map<?, ?> root)) {
            var nothing = new Problem("document", "no object", "regionCode, name and versions");
            problems.add(new FileProblem(yaml.name(), 1, nothing, false));
            return new Reading.Invalid(problems);
        }
        @SuppressWarnings("unchecked") // a tree's keys are texts
        var tree = (Map<String, @Nullable Object>) root;
        named(tree, fileName).ifPresent(problem -> problems.add(at(yaml, problem, false)));
        switch (RegionDocument.read(tree)) {
            case RegionDocument.Reading.Invalid(var found) ->
                    found.forEach(problem -> problems.add(at(yaml, problem, false)));
            case RegionDocument.Reading.Valid(var document, var doubts) -> {
                if (problems.isEmpty()) {
                    return new Reading.Valid(
                            new DocumentFile(yaml, document),
                            doubts.stream().map(doubt -> at(yaml, doubt, true)).toList());
                }
            }
        }
        problems.sort(Comparator.comparingInt(FileProblem::line));
        return new Reading.Invalid(List.copyOf(problems));
    }

    private static Optional<Problem> named(
            Map<String, @Nullable Object> tree, @Nullable String fileName) {
        if (fileName == null
                || !(tree.get("regionCode") instanceof String code)
                || code.equals(fileName)) {
            return Optional.empty();
        }
        String expected =
                fileName.matches("\\d{6}")
                        ? "\"" + fileName + "\", the name of the file"
                        : "the name of the file, which is " + fileName;
        return Optional.of(new Problem("regionCode", "\"" + code + "\"", expected));
    }

    public RegionDocument document() {
        return document;
    }

    /** The name of the file, as it was asked for. */
    public String name() {
        return yaml.name();
    }

    /** The problem at its line. */
    public FileProblem at(Problem problem) {
        return at(yaml, problem, false);
    }

    /** The same for a problem that says in its own words what is there. */
    public FileProblem saying(Problem problem) {
        return new FileProblem(yaml.name(), line(yaml, problem.path()), problem, false);
    }

    /** A problem of one of its versions, at its line. */
    public FileProblem at(SetProblem problem) {
        return at(problem.problem().under(place(problem.policyId())));
    }

    /** Where a version stands: {@code versions[1]}. */
    public String place(String policyId) {
        for (int i = 0; i < document.versions().size(); i++) {
            if (document.policyId(document.versions().get(i)).equals(policyId)) {
                return "versions[" + i + "]";
            }
        }
        return "versions";
    }

    /** With the line of the value, or of what should hold it; the value as it is written. */
    private static FileProblem at(YamlFile yaml, Problem problem, boolean warning) {
        return new FileProblem(
                yaml.name(),
                line(yaml, problem.path()),
                yaml.place(problem.path())
                        .map(place -> problem.written(place.written()))
                        .orElse(problem),
                warning);
    }

    private static int line(YamlFile yaml, String path) {
        String at = path;
        Optional<Place> place = yaml.place(at);
        while (place.isEmpty() && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
            place = yaml.place(at);
        }
        return place.map(Place::line).orElse(1);
    }
}
