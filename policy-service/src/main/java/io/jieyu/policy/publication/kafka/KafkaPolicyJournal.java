package io.jieyu.policy.publication.kafka;

import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.policy.PolicyDraft;
import io.jieyu.contracts.policy.PolicyPublished;
import io.jieyu.contracts.policy.PolicyTable;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.policy.publication.PolicyJournal;
import io.jieyu.policy.publication.PolicyState;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer at a time by Kafka's own means: every decision begins a new epoch of one transactional
 * id, which fences off whoever is still writing and ends what a killed instance left open; it then
 * reads everything that is committed, decides, and commits all of it or nothing.
 */
final class KafkaPolicyJournal implements PolicyJournal {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPolicyJournal.class);
    private static final String SOURCE = "/policy-service";
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 200;

    private final PolicyTopics topics;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Clock clock;

    KafkaPolicyJournal(
            PolicyTopics topics, Supplier<Producer<String, byte[]>> producers, Clock clock) {
        this.topics = topics;
        this.producers = producers;
        this.clock = clock;
    }

    @Override
    public PolicyState state() {
        return topics.state();
    }

    @Override
    public synchronized <T> T decide(Function<PolicyState, Step<T>> decision) {
        @Nullable KafkaException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (var producer = producers.get()) {
                producer.initTransactions();
                topics.catchUp();
                Step<T> step = decision.apply(topics.state());
                if (!step.changesNothing()) {
                    write(producer, step);
                    topics.catchUp();
                }
                return step.answer();
            } catch (KafkaException fencedOrAway) {
                last = fencedOrAway;
                LOG.atWarn()
                        .addKeyValue("cause", fencedOrAway.getClass().getSimpleName())
                        .log("decision on policies taken again");
                Pause.of(PAUSE_MILLIS * (attempt + 1));
            }
        }
        throw new JournalAway(Objects.requireNonNull(last));
    }

    private void write(Producer<String, byte[]> producer, Step<?> step) {
        producer.beginTransaction();
        step.drafts().forEach(draft -> send(producer, draft));
        step.tables().forEach(table -> send(producer, table));
        int partitions = producer.partitionsFor(Topic.ACCOUNT_INBOX.topicName()).size();
        step.versions().forEach(version -> announce(producer, version, partitions));
        producer.commitTransaction();
        LOG.atInfo()
                .addKeyValue("drafts", step.drafts().size())
                .addKeyValue("tables", step.tables().size())
                .addKeyValue("versions", step.versions().size())
                .addKeyValue("partitions", partitions)
                .log("policies written");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when one of them fails
    private void send(Producer<String, byte[]> producer, PolicyDraft draft) {
        var event =
                event(
                        MessageType.POLICY_DRAFT,
                        "draft/" + draft.draftId() + "/" + draft.revision(),
                        draft.regionCode());
        producer.send(
                CloudEvents.record(
                        Topic.POLICY_CHANGES, 0, draft.draftId(), event, Json.write(draft)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // as above
    private void send(Producer<String, byte[]> producer, PolicyTable table) {
        String id =
                String.format(
                        Locale.ROOT,
                        "table/%s/%s/%d",
                        table.policySet(),
                        table.regionCode(),
                        table.versions().size());
        producer.send(
                CloudEvents.record(
                        Topic.POLICY_TABLES,
                        0,
                        table.regionCode(),
                        event(MessageType.POLICY_TABLE, id, table.regionCode()),
                        Json.write(table)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // as above
    private void announce(
            Producer<String, byte[]> producer, PolicyPublished version, int partitions) {
        String id =
                String.format(
                        Locale.ROOT,
                        "policy/%s/%s/%d",
                        version.policySet(),
                        version.policyId(),
                        Objects.requireNonNullElse(version.revision(), 1));
        byte[] value = Json.write(version);
        for (int partition = 0; partition < partitions; partition++) {
            producer.send(
                    CloudEvents.record(
                            Topic.ACCOUNT_INBOX,
                            partition,
                            Broadcasts.scope(partition),
                            event(MessageType.POLICY_PUBLISHED, id, version.regionCode()),
                            value));
        }
    }

    private CloudEvent event(MessageType type, String id, String subject) {
        return CloudEvent.of(type, id, SOURCE, subject, clock.instant());
    }
}
