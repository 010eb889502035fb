package io.jieyu.document.command;

import io.jieyu.document.DocumentSet;
import io.jieyu.document.FileProblem;
import io.jieyu.document.yaml.FileError;
import io.jieyu.ledger.policy.PolicySet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which set of documents, where none of them is on a server. */
final class SetOptions {

    @Option(
            names = "--policies",
            paramLabel = "FOLDER",
            description =
                    "The documents of this folder, or a set that comes with the project (default,"
                            + " as-published-2025).")
    private @Nullable String policies;

    boolean isGiven() {
        return policies != null;
    }

    /** The set of the option; the default one without it. */
    PolicySet set() throws FileError {
        if (policies == null) {
            return DocumentSet.bundled("default");
        }
        Path folder = Path.of(policies);
        if (DocumentSet.BUNDLED.contains(policies) && !Files.isDirectory(folder)) {
            return DocumentSet.bundled(policies);
        }
        DocumentSet read = DocumentSet.folder(folder);
        if (!read.isValid()) {
            throw new CannotShow(
                    "no document of a set with an error is used:\n"
                            + read.problems().stream()
                                    .filter(problem -> !problem.warning())
                                    .map(FileProblem::toString)
                                    .collect(Collectors.joining("\n")));
        }
        return read.set();
    }
}
