package io.jieyu.audit.seals;

import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.RecordStream;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Aspect;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.codec.CloudEvents;
import io.jieyu.codec.Json;
import io.jieyu.contracts.CloudEvent;
import io.jieyu.contracts.MessageType;
import io.jieyu.contracts.Topic;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.MonthSealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;

/** What the seals topic holds. */
public final class SealsFound {

    /**
     * A seal, and where it stands.
     *
     * @param offset in the seals topic
     */
    record FoundSeal(long offset, MonthSealed seal) {}

    /**
     * A certificate, and where it stands.
     *
     * @param offset in the seals topic
     */
    record FoundCertificate(long offset, CloseCertified certified) {}

    private final Map<String, Map<Integer, FoundSeal>> seals = new TreeMap<>();
    private final Map<String, FoundCertificate> certificates = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private SealsFound() {}

    /** Reads the whole topic. */
    public static SealsFound read(TopicSource source) {
        var found = new SealsFound();
        if (source.partitions(Topic.ACCOUNT_SEALS) > 0) {
            try (RecordStream stream = source.read(Topic.ACCOUNT_SEALS, 0)) {
                Optional<ConsumerRecord<String, byte[]>> next = stream.next();
                while (next.isPresent()) {
                    found.add(next.get());
                    next = stream.next();
                }
            }
        }
        return found;
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        String type = CloudEvents.header(record.headers(), CloudEvent.TYPE_HEADER);
        try {
            switch (MessageType.of(String.valueOf(type)).orElse(null)) {
                case MONTH_SEALED ->
                        seal(record.offset(), Json.read(record.value(), MonthSealed.class));
                case CLOSE_CERTIFIED ->
                        certificate(
                                record.offset(), Json.read(record.value(), CloseCertified.class));
                case CLOSE_REQUESTED, CLOSE_PROGRESSED -> {
                    // neither proves anything
                }
                case null, default ->
                        foreign(
                                record.offset(),
                                "is of a type that is not for this topic: " + type);
            }
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            foreign(record.offset(), "cannot be read as " + type);
        }
    }

    private void seal(long offset, MonthSealed seal) {
        Map<Integer, FoundSeal> ofClose =
                seals.computeIfAbsent(
                        key(seal.regionCode(), seal.period().toString()), _ -> new TreeMap<>());
        if (ofClose.putIfAbsent(seal.partition(), new FoundSeal(offset, seal)) != null) {
            findings.add(
                    finding(Kind.SEAL_DOUBLED, offset, name(seal) + " is sealed a second time"));
        }
    }

    private void certificate(long offset, CloseCertified certified) {
        String key = key(certified.regionCode(), certified.period().toString());
        FoundCertificate first =
                certificates.putIfAbsent(key, new FoundCertificate(offset, certified));
        // two processes may have signed the same close: the same text under two keys, or twice
        if (first != null
                && !first.certified().certificate().equals(certified.certificate())
                && !body(first.certified()).equals(body(certified))) {
            findings.add(
                    finding(
                            Kind.CERTIFICATE_DIFFERS,
                            offset,
                            "close " + key + " has a second certificate that says another thing"));
        }
    }

    private static String body(CloseCertified certified) {
        int end = certified.certificate().indexOf("\n\n");
        return end < 0 ? certified.certificate() : certified.certificate().substring(0, end);
    }

    private void foreign(long offset, String text) {
        findings.add(finding(Kind.SEAL_FOREIGN, offset, text));
    }

    static Finding finding(Kind kind, long offset, String text) {
        return new Finding(
                kind,
                Aspect.SEALED,
                Topic.ACCOUNT_SEALS.topicName(),
                0,
                offset,
                null,
                0,
                null,
                List.of(),
                text,
                0);
    }

    static String name(MonthSealed seal) {
        return "the close of "
                + seal.period()
                + " for "
                + seal.regionCode()
                + " in partition "
                + seal.partition();
    }

    static String key(String regionCode, String period) {
        return regionCode + "/" + period;
    }

    /** Places in the inbox of the closes that the partition has sealed. */
    public Set<Long> sealed(int partition) {
        return seals.values().stream()
                .map(ofClose -> ofClose.get(partition))
                .filter(found -> found != null)
                .map(found -> found.seal().offset())
                .collect(Collectors.toSet());
    }

    /** By close, then by partition. */
    Map<String, Map<Integer, FoundSeal>> seals() {
        return seals;
    }

    /** The seals of one close, by partition; empty when it has none. */
    Map<Integer, FoundSeal> seals(String regionCode, String period) {
        return seals.getOrDefault(key(regionCode, period), Map.of());
    }

    /** The certificate of a close. */
    Optional<FoundCertificate> certificate(String regionCode, String period) {
        return Optional.ofNullable(certificates.get(key(regionCode, period)));
    }

    /**
     * The certificate of a close, which must be there.
     *
     * @throws CannotDecide when the close has none
     */
    public CloseCertified requireCertificate(String regionCode, String period) {
        return certificate(regionCode, period)
                .orElseThrow(() ->
                        new CannotDecide(
                                "the close "
                                        + key(regionCode, period)
                                        + " has no signed certificate"))
                .certified();
    }

    /** By close. */
    Map<String, FoundCertificate> certificates() {
        return certificates;
    }

    /** What was wrong with the topic itself. */
    List<Finding> findings() {
        return findings;
    }
}
