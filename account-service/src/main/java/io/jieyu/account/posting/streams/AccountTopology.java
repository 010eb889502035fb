package io.jieyu.account.posting.streams;

import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Broadcasts;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Ledger;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * One sub-topology with one input: partition <i>i</i> of the ledger is a function of partition
 * <i>i</i> of the inbox and of nothing else.
 */
public final class AccountTopology {

    static final String LEDGER = "ledger";
    static final String REPLIES = "replies";
    static final String SEALS = "seal-topic";

    private static final String INBOX = "inbox";
    private static final String POSTING = "posting";

    // An account's key belongs to its partition by Kafka's own rule; a broadcast history's key
    // names the partition.
    private static final StreamPartitioner<String, byte[]> AS_IN_THE_INBOX =
            (_, scope, _, _) -> Broadcasts.partition(scope).map(Set::of);

    private AccountTopology() {}

    /**
     * Builds the topology.
     *
     * @param ledger decides on the messages
     * @param meters counts what becomes of them
     * @param partitions number of partitions of the inbox
     * @param beginning the months that are closed before the ledger begins
     */
    public static Topology build(
            Ledger ledger, PostingMeters meters, int partitions, Closes beginning) {
        ProcessorSupplier<String, byte[], String, byte[]> posting =
                () -> new PostMessages(ledger, meters, partitions, beginning);
        var topology =
                new Topology()
                        .addSource(
                                INBOX,
                                new StringDeserializer(),
                                new ByteArrayDeserializer(),
                                Topic.ACCOUNT_INBOX.topicName())
                        .addProcessor(POSTING, posting, INBOX);
        AccountStores.builders().forEach(store -> topology.addStateStore(store, POSTING));
        Sweeps.builders().forEach(store -> topology.addStateStore(store, POSTING));
        return topology.addStateStore(Announcements.builder(), POSTING)
                .addStateStore(ParkedMessages.builder(), POSTING)
                .addSink(
                        LEDGER,
                        Topic.ACCOUNT_LEDGER.topicName(),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        AS_IN_THE_INBOX,
                        POSTING)
                .addSink(
                        REPLIES,
                        Topic.ACCOUNT_REPLIES.topicName(),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        POSTING)
                .addSink(
                        SEALS,
                        Topic.ACCOUNT_SEALS.topicName(),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        POSTING);
    }
}
