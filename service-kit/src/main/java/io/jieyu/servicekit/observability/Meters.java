package io.jieyu.servicekit.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** Every meter of Jieyu. {@code docs/reference/metrics.md} lists them; a test compares. */
public enum Meters {
    LINES(
            "jieyu.contribution.lines",
            Type.COUNTER,
            "Contribution lines taken in",
            "channel",
            "outcome"),
    MESSAGES(
            "jieyu.account.messages",
            Type.COUNTER,
            "Messages decided by the ledger",
            "kind",
            "outcome",
            "code"),
    POSTINGS(
            "jieyu.account.posted.fen",
            Type.COUNTER,
            "Money posted, in fen",
            "reason",
            "from",
            "to"),
    PARKED(
            "jieyu.account.parked",
            Type.GAUGE,
            "Messages that wait behind one on which the code broke",
            "partition"),
    PROJECTION_LAG(
            "jieyu.projection.lag",
            Type.GAUGE,
            "Records of the topics that a collection does not show yet",
            "collection"),
    POLICY_VERSIONS("jieyu.policy.versions", Type.GAUGE, "Published policy versions", "set"),
    POLICY_STALE(
            "jieyu.policy.stale",
            Type.GAUGE,
            "Regions whose table in force is past its date of review",
            "set");

    /** What kind of meter it is. */
    public enum Type {
        COUNTER,
        GAUGE
    }

    private final String meterName;
    private final Type type;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> tags;

    Meters(String meterName, Type type, String description, String... tags) {
        this.meterName = meterName;
        this.type = type;
        this.description = description;
        this.tags = List.of(tags);
    }

    public String meterName() {
        return meterName;
    }

    public Type type() {
        return type;
    }

    public String description() {
        return description;
    }

    public List<String> tags() {
        return tags;
    }

    /** The counter with these tags, names and values by turns. */
    public Counter counter(MeterRegistry registry, String... tagsAndValues) {
        return Counter.builder(meterName)
                .description(description)
                .tags(tagsAndValues)
                .register(registry);
    }

    /** A gauge with these tags, names and values by turns. */
    public void gauge(MeterRegistry registry, Supplier<Number> value, String... tagsAndValues) {
        Gauge.builder(meterName, value)
                .description(description)
                .tags(tagsAndValues)
                .strongReference(true)
                .register(registry);
    }
}
