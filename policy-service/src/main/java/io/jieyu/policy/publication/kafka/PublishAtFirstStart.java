package io.jieyu.policy.publication.kafka;

import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.PolicyJournal.JournalAway;
import io.jieyu.policy.publication.PolicyJournal.Step;
import io.jieyu.policy.publication.PolicyState;
import io.jieyu.policy.publication.Tables;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the bundled set when no table has ever been published, and follows the topics from then
 * on.
 */
final class PublishAtFirstStart implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(PublishAtFirstStart.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long REST_MILLIS = 150;

    private final String set;
    private final Supplier<List<PolicyTable>> bundled;
    private final PolicyTopics topics;
    private final PolicyJournal journal;
    private volatile boolean ready;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    PublishAtFirstStart(
            String set,
            Supplier<List<PolicyTable>> bundled,
            PolicyTopics topics,
            PolicyJournal journal) {
        this.set = set;
        this.bundled = bundled;
        this.topics = topics;
        this.journal = journal;
    }

    @Override
    public void start() {
        stopped = false;
        topics.catchUp();
        while (journal.state().tables().isEmpty()) {
            publishIfNothingIs();
        }
        String published = journal.state().policySet().orElseThrow();
        if (!published.equals(set)) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "jieyu.policies.set: \"%s\" (expected: \"%s\", the set that has been"
                                    + " published)",
                            set,
                            published));
        }
        ready = true;
        thread = Thread.ofPlatform().name("policy-topics").start(this::follow);
    }

    private void publishIfNothingIs() {
        try {
            journal.decide(this::firstPublication);
        } catch (JournalAway away) {
            LOG.atWarn().log("first publication tried again");
        }
    }

    private Step<Boolean> firstPublication(PolicyState state) {
        if (!state.tables().isEmpty()) {
            return Step.nothing(false);
        }
        List<PolicyTable> tables = bundled.get();
        List<PolicyPublished> versions =
                tables.stream()
                        .flatMap(table ->
                                table.versions().stream()
                                        .map(version -> Tables.message(table, version)))
                        .toList();
        return new Step<>(true, List.of(), tables, versions);
    }

    private void follow() {
        while (!stopped) {
            try {
                topics.follow();
                // Outside of the topics' lock, so that a decision gets its turn.
                Pause.of(REST_MILLIS);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("cause", away.getClass().getSimpleName())
                        .log("the topics of policies do not answer");
                Pause.of(PAUSE_MILLIS);
            }
        }
    }

    @Override
    public Health health() {
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("set", set)
                .withDetail("tables", journal.state().tables().size())
                .build();
    }

    @Override
    public void stop() {
        stopped = true;
        if (thread != null) {
            try {
                thread.join(PAUSE_MILLIS * 10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
