package io.jieyu.audit.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where what does not fit into memory goes. */
final class WorkOption {

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            defaultValue = "${sys:jieyu.home:-.jieyu}/audit",
            description = "for what does not fit into memory (default: ${DEFAULT-VALUE})")
    private Path work = Path.of("");

    Path folder() {
        return work;
    }

    /** A folder of its own for a part of the work. */
    Path folder(String part) {
        return work.resolve(part + "-" + ProcessHandle.current().pid());
    }
}
