package io.jieyu.account.posting.streams;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import io.jieyu.servicekit.observability.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what becomes of messages, and the money that moves. */
public final class PostingMeters {

    private record Message(String kind, String outcome, String code) {}

    private record Money(Reason reason, LedgerAccount from, LedgerAccount to) {}

    private final MeterRegistry registry;
    // asked with get first: computeIfAbsent may lock, even for what is there
    private final Map<Message, Counter> messages = new ConcurrentHashMap<>();
    private final Map<Money, Counter> money = new ConcurrentHashMap<>();

    private final Map<Integer, Supplier<Number>> parked = new ConcurrentHashMap<>();

    public PostingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void recorded(LedgerRecord record) {
        String code = record.refusal() == null ? "" : record.refusal().code().name();
        count(new Message(record.kind(), record.outcome().name(), code));
        record.postings().forEach(this::count);
    }

    void replayed(String kind) {
        count(new Message(kind, "REPLAYED", ""));
    }

    /**
     * Who counts the parked messages of the partition now; a task that comes back replaces the one
     * before.
     */
    void parked(int partition, Supplier<Number> count) {
        if (parked.put(partition, count) == null) {
            Meters.PARKED.gauge(
                    registry,
                    () -> Objects.requireNonNull(parked.get(partition)).get(),
                    "partition",
                    String.valueOf(partition));
        }
    }

    private void count(Message message) {
        Counter known = messages.get(message);
        (known != null ? known : messages.computeIfAbsent(message, this::counter)).increment();
    }

    private void count(Posting posting) {
        var key = new Money(posting.reason(), posting.from(), posting.to());
        Counter known = money.get(key);
        (known != null ? known : money.computeIfAbsent(key, this::counter))
                .increment((double) posting.amountFen());
    }

    private Counter counter(Message message) {
        return Meters.MESSAGES.counter(
                registry, "kind", known(message), "outcome", message.outcome, "code", message.code);
    }

    private Counter counter(Money money) {
        return Meters.POSTINGS.counter(
                registry,
                "reason",
                money.reason.name(),
                "from",
                money.from.name(),
                "to",
                money.to.name());
    }

    // A kind that nobody knows is a text of the sender's, and tags must stay few.
    private static String known(Message message) {
        return message.outcome.equals(Outcome.REFUSED.name())
                        && message.code.equals("INVALID_FIELD")
                ? "invalid"
                : message.kind;
    }
}
