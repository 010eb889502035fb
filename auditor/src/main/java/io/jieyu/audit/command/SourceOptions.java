package io.jieyu.audit.command;

import io.jieyu.audit.topics.TopicSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the records come from. */
final class SourceOptions extends BrokerOptions {

    @Option(
            names = {"--from", "--folder"},
            paramLabel = "FOLDER",
            description = "an exported folder instead of a broker")
    private @Nullable Path from;

    TopicSource open() {
        return open(from);
    }
}
