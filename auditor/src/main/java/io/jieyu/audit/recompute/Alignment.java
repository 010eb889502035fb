package io.jieyu.audit.recompute;

import io.jieyu.audit.verdict.Aspect;
import io.jieyu.audit.verdict.FieldDifference;
import io.jieyu.audit.verdict.FieldDifferences;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.codec.Json;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.LedgerRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Finds out how the records of a history differ from the expected ones, and tells each difference
 * once: at its cause, with the number of records behind it that differ because of it.
 */
final class Alignment {

    private static final String MONTH_CLOSED = "monthClosed";

    private final CompareRecords compare;
    private final String scope;
    private final List<Expected> expected;
    private final List<LedgerEntry> found;
    private final boolean anyOrder;
    private final @Nullable LedgerEntry[] foundOf;
    private final Map<LedgerEntry, Item> items = new HashMap<>();
    private int diverged = -1;
    private int firstForeign = -1;

    /** How a found record and an expected one stand to each other. */
    private enum Match {
        SAME,
        CHANGED,
        DOUBLED,
        FOREIGN,
        MISSING
    }

    /**
     * A difference or none.
     *
     * @param place orders the items as they stand on the topic
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Item(
            Match match,
            long place,
            @Nullable LedgerEntry found,
            @Nullable Expected expected,
            byte @Nullable [] value) {}

    Alignment(
            CompareRecords compare,
            String scope,
            List<Expected> expected,
            List<LedgerEntry> found,
            boolean anyOrder) {
        this.compare = compare;
        this.scope = scope;
        this.expected = expected;
        this.found = found;
        this.anyOrder = anyOrder;
        this.foundOf = new LedgerEntry[expected.size()];
    }

    /** Adds the findings. */
    void tell() {
        matchSame();
        matchByCause();
        matchByNumber();
        for (LedgerEntry entry : found) {
            items.computeIfAbsent(
                    entry, one -> new Item(Match.FOREIGN, one.offset(), one, null, value(one)));
        }
        var all = new ArrayList<>(items.values());
        all.addAll(missing());
        all.sort(Comparator.comparingLong(Item::place));
        Set<Long> outOfOrder = outOfOrder(all);
        boolean foreign = all.stream().anyMatch(item -> item.match == Match.FOREIGN);
        long closes = 0;
        for (Item item : all) {
            // without the message that a foreign record tells of, a close finds a month unpaid
            if (foreign && item.match == Match.MISSING && require(item.expected).ofClose()) {
                closes++;
            } else {
                tell(item, outOfOrder);
            }
        }
        compare.findings().consequences(firstForeign, closes);
    }

    private void matchSame() {
        var byHash = new HashMap<Hash, Integer>();
        for (int i = 0; i < expected.size(); i++) {
            byHash.put(expected.get(i).hash(), i);
        }
        for (LedgerEntry entry : found) {
            Integer index = byHash.get(entry.hash());
            if (index != null) {
                Match match = foundOf[index] == null ? Match.SAME : Match.DOUBLED;
                items.put(entry, new Item(match, entry.offset(), entry, expected.get(index), null));
                if (match == Match.SAME) {
                    foundOf[index] = entry;
                }
            }
        }
    }

    /** A record of the same message, or of the same close, with other content. */
    private void matchByCause() {
        var byCause = new HashMap<String, Integer>();
        for (int i = 0; i < expected.size(); i++) {
            if (foundOf[i] == null) {
                byCause.put(expected.get(i).causeKey(), i);
            }
        }
        for (LedgerEntry entry : unmatched()) {
            byte[] value = value(entry);
            Map<String, @Nullable Object> tree = tree(value);
            boolean ofClose = MONTH_CLOSED.equals(tree.get("kind")) && AccountId.isValid(scope);
            Integer index =
                    byCause.remove(
                            Expected.causeKey(ofClose, String.valueOf(tree.get("messageId"))));
            if (index != null) {
                changed(entry, index, value);
            }
        }
    }

    /**
     * A record whose headers give the number of an expected one, where its content helps not. One
     * that the record behind it was chained to is whole: it is of another cause.
     */
    private void matchByNumber() {
        for (LedgerEntry entry : unmatched()) {
            long index = entry.sequence() - 1;
            if (index >= 0
                    && index < foundOf.length
                    && foundOf[(int) index] == null
                    && !isChained(entry)) {
                changed(entry, (int) index, value(entry));
            }
        }
    }

    private boolean isChained(LedgerEntry entry) {
        int next = found.indexOf(entry) + 1;
        return next < found.size()
                && entry.hash().toString().equals(tree(value(found.get(next))).get("previousHash"));
    }

    private void changed(LedgerEntry entry, int index, byte @Nullable [] value) {
        foundOf[index] = entry;
        items.put(
                entry, new Item(Match.CHANGED, entry.offset(), entry, expected.get(index), value));
    }

    private List<LedgerEntry> unmatched() {
        return found.stream().filter(entry -> !items.containsKey(entry)).toList();
    }

    private List<Item> missing() {
        var missing = new ArrayList<Item>();
        long place = -1;
        for (int i = 0; i < foundOf.length; i++) {
            LedgerEntry entry = foundOf[i];
            if (entry != null) {
                place = Math.max(place, entry.offset());
            } else if (expected.get(i).owed()) {
                missing.add(new Item(Match.MISSING, place, null, expected.get(i), null));
            } else {
                compare.pending(expected.get(i));
            }
        }
        return missing;
    }

    private static Set<Long> outOfOrder(List<Item> all) {
        var offsets = new HashSet<Long>();
        OrderCheck.check(
                all.size(),
                index -> {
                    Item item = all.get((int) index);
                    boolean counts = item.match == Match.SAME || item.match == Match.CHANGED;
                    return counts && item.expected != null ? item.expected.sequence() : 0;
                },
                index -> offsets.add(all.get((int) index).place));
        return offsets;
    }

    private void tell(Item item, Set<Long> outOfOrder) {
        switch (item.match) {
            case SAME -> same(item, outOfOrder);
            case CHANGED -> differs(item);
            case MISSING -> missing(item);
            case DOUBLED -> {
                var once = require(item.expected);
                add(item, once, Kind.RECORD_DOUBLED, Aspect.WHOLE, "stands there a second time");
            }
            case FOREIGN -> foreign(item);
        }
    }

    private void same(Item item, Set<Long> outOfOrder) {
        diverged = -1;
        Expected one = require(item.expected);
        boolean moved = outOfOrder.contains(item.place);
        compare.agreed(scope, one, require(item.found), anyOrder || moved);
        if (moved) {
            add(item, one, Kind.RECORD_OUT_OF_ORDER, Aspect.WHOLE, "is not in its place");
        }
    }

    private void differs(Item item) {
        Expected one = require(item.expected);
        Map<String, @Nullable Object> tree = tree(item.value);
        if (diverged >= 0) {
            compare.findings().consequences(diverged, 1);
            return;
        }
        OptionalInt broadcast = compare.doubts().causeOf(one.recorded().record(), tree);
        if (broadcast.isPresent()) {
            diverged = broadcast.getAsInt();
            compare.findings().consequences(diverged, 1);
            return;
        }
        List<FieldDifference> fields =
                FieldDifferences.between(item.value, one.recorded().json().bytes());
        boolean otherTable =
                fields.stream()
                        .anyMatch(field ->
                                field.field().startsWith("policies")
                                        || field.field().endsWith(".policyId"));
        diverged =
                compare.findings()
                        .add(
                                finding(
                                                Kind.RECORD_DIFFERS,
                                                otherTable
                                                        ? Aspect.BY_THE_RIGHT_TABLE
                                                        : Aspect.RECOMPUTED,
                                                Topic.ACCOUNT_LEDGER,
                                                item.place,
                                                one.sequence(),
                                                one.recorded().record().messageId(),
                                                "is not what its message comes to")
                                        .withFields(fields));
        doubt(tree, one.recorded().record());
    }

    private void missing(Item item) {
        Expected one = require(item.expected);
        LedgerRecord record = one.recorded().record();
        OptionalInt broadcast = compare.doubts().causeOf(record, Map.of());
        if (broadcast.isPresent()) {
            compare.findings().consequences(broadcast.getAsInt(), 1);
            return;
        }
        int before = diverged;
        diverged =
                compare.findings()
                        .add(
                                finding(
                                        Kind.RECORD_MISSING,
                                        Aspect.WHOLE,
                                        Topic.ACCOUNT_INBOX,
                                        one.cause(),
                                        one.sequence(),
                                        record.messageId(),
                                        one.ofClose()
                                                ? "the close left no record with the account"
                                                : "the message has no outcome in the ledger"));
        doubt(Map.of(), record);
        diverged = before;
    }

    private void foreign(Item item) {
        Map<String, @Nullable Object> tree = tree(item.value);
        OptionalInt broadcast = compare.doubts().causeOf(null, tree);
        if (broadcast.isPresent()) {
            diverged = broadcast.getAsInt();
            compare.findings().consequences(diverged, 1);
            return;
        }
        Object messageId = tree.get("messageId");
        diverged =
                compare.findings()
                        .add(
                                finding(
                                        Kind.RECORD_FOREIGN,
                                        Aspect.WHOLE,
                                        Topic.ACCOUNT_LEDGER,
                                        item.place,
                                        require(item.found).sequence(),
                                        messageId == null ? null : messageId.toString(),
                                        "no message of the inbox and no close accounts for it"));
        firstForeign = firstForeign < 0 ? diverged : firstForeign;
        doubt(tree, null);
    }

    /** A difference in a broadcast explains those of the accounts that it concerns. */
    private void doubt(
            Map<String, @Nullable Object> foundRecord, @Nullable LedgerRecord recomputed) {
        if (AccountId.isValid(scope)) {
            return;
        }
        compare.doubts().add(foundRecord, diverged);
        if (recomputed != null) {
            var record = new HashMap<String, @Nullable Object>();
            record.put("kind", recomputed.kind());
            record.put("messageId", recomputed.messageId());
            record.put("message", recomputed.message());
            compare.doubts().add(record, diverged);
        }
    }

    private void add(Item item, Expected one, Kind kind, Aspect aspect, String what) {
        compare.findings().add(compare.finding(kind, aspect, scope, one, item.place, what));
    }

    private Finding finding(
            Kind kind,
            Aspect aspect,
            Topic topic,
            long offset,
            long sequence,
            @Nullable String messageId,
            String text) {
        return new Finding(
                kind,
                aspect,
                topic.topicName(),
                compare.partition(),
                offset,
                scope,
                sequence,
                messageId,
                List.of(),
                text,
                0);
    }

    private byte @Nullable [] value(LedgerEntry entry) {
        return compare.source()
                .at(Topic.ACCOUNT_LEDGER, compare.partition(), entry.offset())
                .value();
    }

    private static Map<String, @Nullable Object> tree(byte @Nullable [] value) {
        try {
            return value == null ? Map.of() : Json.tree(value);
        } catch (JacksonException notAnObject) {
            return Map.of();
        }
    }

    private static <T> T require(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "an item without its part (expected: one)"));
        }
        return value;
    }
}
