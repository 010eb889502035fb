package io.jieyu.audit.command;

import io.jieyu.audit.topics.BrokerSource;
import io.jieyu.audit.topics.FolderSource;
import io.jieyu.audit.topics.TopicSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The broker that the records come from. */
class BrokerOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:${env:JIEYU_KAFKA_PORT:-9092}",
            description = "the Kafka broker (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(
            names = "--service",
            paramLabel = "GROUP",
            defaultValue = "jieyu-account-service",
            description = "consumer group of the account-service (default: ${DEFAULT-VALUE})")
    private String service = "";

    /** The folder, or the broker where there is none. */
    TopicSource open(@Nullable Path folder) {
        return folder == null ? BrokerSource.open(bootstrap, service) : FolderSource.open(folder);
    }
}
