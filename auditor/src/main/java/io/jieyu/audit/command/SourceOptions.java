package io.jieyu.audit.command;

import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.FolderSource;
import io.jieyu.audit.topics.TopicSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the records come from. */
final class SourceOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:${env:JIEYU_KAFKA_PORT:-9092}",
            description = "the Kafka broker (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            description = "an exported folder instead of a broker")
    private @Nullable Path from;

    @Option(
            names = "--service",
            paramLabel = "GROUP",
            defaultValue = "jieyu-account-service",
            description = "consumer group of the account-service (default: ${DEFAULT-VALUE})")
    private String service = "";

    TopicSource open() {
        return from == null ? BrokerSource.open(bootstrap, service) : FolderSource.open(from);
    }
}
