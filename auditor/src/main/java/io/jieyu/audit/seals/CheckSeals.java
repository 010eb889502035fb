package io.jieyu.audit.seals;

import io.jieyu.audit.seals.SealsFound.FoundCertificate;
import io.jieyu.audit.seals.SealsFound.FoundSeal;
import io.jieyu.audit.verdict.FieldDifferences;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.RecomputedClose;
import io.jieyu.codec.Json;
import io.jieyu.codec.tlog.Checkpoint;
import io.jieyu.codec.tlog.CloseCheckpoints;
import io.jieyu.codec.tlog.MalformedNote;
import io.jieyu.codec.tlog.NoteKey;
import io.jieyu.codec.tlog.SignedNote;
import io.jieyu.contracts.close.MonthSealed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Compares seals and certificates with what the closes came to. */
public final class CheckSeals {

    private final SealsFound found;
    private final int partitions;
    private final List<NoteKey> keys;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int certificates;

    /**
     * A check of those seals.
     *
     * @param partitions of the inbox
     * @param keys that may have signed certificates; none: signatures are not checked
     */
    public CheckSeals(SealsFound found, int partitions, List<NoteKey> keys) {
        this.found = found;
        this.partitions = partitions;
        this.keys = List.copyOf(keys);
    }

    /**
     * Compares everything.
     *
     * @param recomputed by partition: what its closes came to
     * @param covers whether the month of a region is audited
     */
    public void check(
            Map<Integer, List<RecomputedClose>> recomputed, BiPredicate<String, YearMonth> covers) {
        findings.addAll(found.findings());
        var expected = new HashMap<String, RecomputedClose>();
        recomputed.forEach((partition, closes) -> {
            for (RecomputedClose close : closes) {
                if (covers.test(close.seal().regionCode(), close.seal().period())) {
                    expected.put(place(close.seal()), close);
                    compare(close);
                }
            }
        });
        for (Map<Integer, FoundSeal> ofClose : found.seals().values()) {
            for (FoundSeal one : ofClose.values()) {
                MonthSealed seal = one.seal();
                if (covers.test(seal.regionCode(), seal.period())
                        && !expected.containsKey(place(seal))) {
                    add(
                            seal.partition() >= partitions
                                    ? Kind.PARTITION_MISSING
                                    : Kind.SEAL_FOREIGN,
                            one.offset(),
                            SealsFound.name(seal)
                                    + (seal.partition() >= partitions
                                            ? " is sealed, but the inbox has only "
                                                    + partitions
                                                    + " partitions"
                                            : " is sealed, but the inbox has no such close"));
                }
            }
        }
        found.certificates().values().stream()
                .filter(one -> covers.test(one.certified().regionCode(), one.certified().period()))
                .forEach(this::certificate);
        if (certificates > 0 && keys.isEmpty()) {
            notes.add(
                    certificates
                            + " certificates: signatures not checked, no key was given (--key)");
        }
    }

    private static String place(MonthSealed seal) {
        return SealsFound.key(seal.regionCode(), seal.period().toString()) + "/" + seal.partition();
    }

    private void compare(RecomputedClose close) {
        MonthSealed recomputed = close.seal();
        String period = recomputed.period().toString();
        FoundSeal one = found.seals(recomputed.regionCode(), period).get(recomputed.partition());
        if (one == null) {
            if (close.isLast() && found.certificate(recomputed.regionCode(), period).isEmpty()) {
                notes.add(SealsFound.name(recomputed) + " is not sealed yet");
            } else {
                add(Kind.SEAL_MISSING, -1, SealsFound.name(recomputed) + " has no seal");
            }
        } else if (!one.seal().equals(recomputed)) {
            findings.add(
                    SealsFound.finding(
                                    Kind.SEAL_DIFFERS,
                                    one.offset(),
                                    SealsFound.name(recomputed) + " is sealed otherwise")
                            .withFields(
                                    FieldDifferences.between(
                                            Json.write(one.seal()), Json.write(recomputed))));
        }
    }

    private void certificate(FoundCertificate one) {
        certificates++;
        String region = one.certified().regionCode();
        YearMonth period = one.certified().period();
        var seals = new TreeMap<Integer, MonthSealed>();
        found.seals(region, period.toString())
                .forEach((partition, seal) -> seals.put(partition, seal.seal()));
        String name = "the certificate of " + region + "/" + period;
        if (seals.size() != partitions || one.certified().checkpoints().size() != partitions) {
            add(
                    Kind.CERTIFICATE_DIFFERS,
                    one.offset(),
                    name
                            + " is there with "
                            + seals.size()
                            + " seals and "
                            + one.certified().checkpoints().size()
                            + " checkpoints (expected: "
                            + partitions
                            + " of each)");
            return;
        }
        signed(one, name, one.certified().certificate())
                .ifPresent(note -> {
                    String signer = signer(note.origin(), region, period);
                    var expected =
                            CloseCheckpoints.of(
                                    signer, region, period, List.copyOf(seals.values()));
                    boolean agrees = note.equals(expected.certificate());
                    for (int i = 0; i < partitions; i++) {
                        Optional<Checkpoint> partition =
                                signed(one, name, one.certified().checkpoints().get(i));
                        if (partition.isEmpty()) {
                            return;
                        }
                        agrees &= partition.get().equals(expected.partitions().get(i));
                    }
                    if (!agrees) {
                        add(
                                Kind.CERTIFICATE_DIFFERS,
                                one.offset(),
                                name + " is not the one of its seals");
                    }
                });
    }

    private static String signer(String origin, String region, YearMonth period) {
        String end = CloseCheckpoints.origin("", region, period);
        return origin.endsWith(end) ? origin.substring(0, origin.length() - end.length()) : origin;
    }

    /** The checkpoint of a note; empty when no known key has signed it, which is then a finding. */
    private Optional<Checkpoint> signed(FoundCertificate one, String name, String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            if (!keys.isEmpty() && note.signedBy(keys).isEmpty()) {
                add(
                        Kind.CERTIFICATE_NOT_SIGNED,
                        one.offset(),
                        name + " is not signed by a key that was given");
                return Optional.empty();
            }
            return Optional.of(Checkpoint.parse(note.text()));
        } catch (MalformedNote e) {
            add(Kind.CERTIFICATE_NOT_SIGNED, one.offset(), name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void add(Kind kind, long offset, String text) {
        findings.add(SealsFound.finding(kind, offset, text));
    }

    public List<Finding> findings() {
        return findings;
    }

    /** What is no finding and worth saying. */
    public List<String> notes() {
        return notes;
    }

    /** How many certificates were looked at. */
    public int certificates() {
        return certificates;
    }
}
