package io.jieyu.audit;

import io.jieyu.codec.InboxReader;
import io.jieyu.codec.Json;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Message;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.decision.Announced;
import io.jieyu.ledger.decision.Answer;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.CaughtUp;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.Ledger;
import io.jieyu.ledger.decision.Memory;
import io.jieyu.ledger.decision.Recorded;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.sealing.AccountSeal;
import io.jieyu.ledger.sealing.SealSums;
import io.jieyu.ledger.sealing.TreeHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes ledger and seals as the account-service does, by other means: everything in memory, every
 * sweep at once.
 */
final class PostedTopics implements Memory {

    private final MemorySource source;
    private final int partition;
    private final Ledger ledger;
    private final Map<String, History> histories = new TreeMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Binding> bindings = new HashMap<>();
    private final Map<Long, Map<String, AccountSeal>> seals = new TreeMap<>();
    private final Map<Long, Long> timestamps = new HashMap<>();
    private Announced announced;

    private PostedTopics(MemorySource source, int partition, Ledger ledger, Closes beginning) {
        this.source = source;
        this.partition = partition;
        this.ledger = ledger;
        this.announced = new Announced(Policies.NONE, beginning);
    }

    /** Posts the whole inbox. */
    static void post(MemorySource source, Ledger ledger, Closes beginning) {
        int partitions = source.partitions(Topic.ACCOUNT_INBOX);
        for (int i = 0; i < partitions; i++) {
            var posted = new PostedTopics(source, i, ledger, beginning);
            var reader = new InboxReader(i, partitions);
            for (ConsumerRecord<String, byte[]> inbox : source.of(Topic.ACCOUNT_INBOX, i)) {
                posted.post(
                        reader.read(inbox.key(), inbox.headers(), inbox.value(), inbox.offset()),
                        inbox.timestamp());
            }
        }
    }

    private void post(Message message, long timestamp) {
        if (message.kind().equals("redriveRequested") && message.unreadable() == null) {
            return;
        }
        String scope = message.scope();
        Decision decision =
                ledger.decide(
                        histories.getOrDefault(scope, History.EMPTY), message, this, announced);
        if (decision instanceof Decision.Decided decided) {
            write(decided.closes());
            write(decided.message(), timestamp);
            answers.put(scope + '\0' + message.messageId(), decided.message().answer());
            decided.bindings().forEach((key, one) -> bindings.put(scope + '\0' + key, one));
            histories.put(scope, decided.after());
            List<Close> before = announced.closes().all();
            announced = decided.announced();
            if (announced.closes().all().size() > before.size()) {
                var closes = new ArrayList<>(announced.closes().all());
                closes.removeAll(before);
                timestamps.put(closes.getFirst().position(), timestamp);
                sweep(closes.getFirst());
            }
        }
    }

    private void sweep(Close close) {
        for (String scope : List.copyOf(histories.keySet())) {
            if (AccountId.isValid(scope)) {
                CaughtUp caughtUp = ledger.catchUp(histories.get(scope), scope, this, announced);
                write(caughtUp);
                caughtUp.bindings().forEach((key, one) -> bindings.put(scope + '\0' + key, one));
                histories.put(scope, caughtUp.after());
            }
        }
        seal(close);
    }

    private void write(CaughtUp closes) {
        for (Applied applied : closes.applied()) {
            seals.computeIfAbsent(applied.close().position(), _ -> new TreeMap<>())
                    .put(applied.account().id().toString(), AccountSeal.of(applied));
            if (applied.recorded() != null) {
                write(applied.recorded(), timestamps.get(applied.close().position()));
            }
        }
    }

    private void write(Recorded recorded, long timestamp) {
        String scope = recorded.record().accountId();
        var written =
                source.append(
                        Topic.ACCOUNT_LEDGER,
                        partition,
                        scope,
                        scope + "/" + recorded.record().sequence(),
                        MessageType.LEDGER_RECORDED.ceType(),
                        recorded.json().bytes());
        List<ConsumerRecord<String, byte[]>> ledgerTopic =
                source.of(Topic.ACCOUNT_LEDGER, partition);
        ledgerTopic.set(
                ledgerTopic.size() - 1,
                MemorySource.record(
                        Topic.ACCOUNT_LEDGER,
                        partition,
                        written.offset(),
                        timestamp,
                        scope,
                        written.headers(),
                        written.value()));
    }

    private void seal(Close close) {
        var tree = new TreeHash();
        var sums = new SealSums();
        seals.getOrDefault(close.position(), Map.of())
                .values()
                .forEach(seal -> {
                    tree.add(seal.leaf());
                    sums.add(seal);
                });
        String key = close.regionCode() + "/" + close.period();
        source.append(
                Topic.ACCOUNT_SEALS,
                0,
                key,
                key + "/" + partition,
                MessageType.MONTH_SEALED.ceType(),
                Json.write(
                        new MonthSealed(
                                close.regionCode(),
                                close.period(),
                                close.messageId(),
                                partition,
                                close.position(),
                                tree.size(),
                                tree.size(),
                                tree.root(),
                                sums.before(),
                                sums.moved(),
                                sums.after(),
                                sums.byReason(),
                                sums.persons(),
                                sums.personsAfter())));
    }

    @Override
    public Answer answer(String scope, String messageId) {
        return answers.get(scope + '\0' + messageId);
    }

    @Override
    public Binding binding(String scope, String businessKey) {
        return bindings.get(scope + '\0' + businessKey);
    }
}
