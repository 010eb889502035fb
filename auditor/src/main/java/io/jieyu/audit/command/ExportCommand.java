package io.jieyu.audit.command;

import io.jieyu.audit.topics.ExportTopics;
import io.jieyu.audit.topics.Manifest;
import io.jieyu.audit.topics.TopicSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the topics into a folder. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Copies the topics into a folder, for an auditor without a network.")
final class ExportCommand implements Callable<Integer> {

    @Mixin private SourceOptions topics = new SourceOptions();

    @Parameters(paramLabel = "FOLDER", description = "a new folder")
    private Path folder = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (TopicSource source = topics.open()) {
            Manifest manifest =
                    new ExportTopics(
                                    source,
                                    (file, records) ->
                                            print(
                                                    String.format(
                                                            Locale.ROOT,
                                                            "%s  %,d records",
                                                            file,
                                                            records)))
                            .to(folder);
            print(
                    String.format(
                            Locale.ROOT,
                            "%d files in %s; ./jieyu audit --from %s gives the verdict",
                            manifest.files().size(),
                            folder,
                            folder));
        }
        return 0;
    }

    private void print(String line) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }
}
