package io.jieyu.audit.recompute;

import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Aspect;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.Finding.Kind;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares the records of one history with those that the inbox comes to. */
final class CompareRecords {

    private final TopicSource source;
    private final int partition;
    private final Findings findings;
    private final Totals totals;
    private final OrderCheck order;
    private final Doubts doubts = new Doubts();

    CompareRecords(
            TopicSource source, int partition, Findings findings, Totals totals, OrderCheck order) {
        this.source = source;
        this.partition = partition;
        this.findings = findings;
        this.totals = totals;
        this.order = order;
    }

    /**
     * Compares one history.
     *
     * @param found in the order of the topic
     * @param mayGoOn whether records behind the last expected one are no finding: it is not known
     *     what they should be
     * @param anyOrder whether the history may stand anywhere among the others, because an operator
     *     had parked messages tried again
     */
    void compare(
            String scope,
            List<Expected> expected,
            List<LedgerEntry> found,
            boolean mayGoOn,
            boolean anyOrder) {
        List<LedgerEntry> seen =
                mayGoOn
                        ? found.stream()
                                .filter(entry -> entry.sequence() <= expected.size())
                                .toList()
                        : found;
        if (agree(expected, seen)) {
            for (int i = 0; i < seen.size(); i++) {
                agreed(scope, expected.get(i), seen.get(i), anyOrder);
            }
            expected.subList(seen.size(), expected.size()).forEach(this::pending);
        } else if (findings.isFull()) {
            findings.add(differs(scope, expected, seen));
        } else {
            new Alignment(this, scope, expected, seen, anyOrder).tell();
        }
        checkBalances(scope, expected);
    }

    private static boolean agree(List<Expected> expected, List<LedgerEntry> found) {
        if (found.size() > expected.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).hash().equals(expected.get(i).hash())) {
                return false;
            }
        }
        return expected.subList(found.size(), expected.size()).stream().noneMatch(Expected::owed);
    }

    private Finding differs(String scope, List<Expected> expected, List<LedgerEntry> found) {
        return new Finding(
                Kind.RECORD_DIFFERS,
                Aspect.RECOMPUTED,
                Topic.ACCOUNT_LEDGER.topicName(),
                partition,
                found.isEmpty() ? -1 : found.getFirst().offset(),
                scope,
                0,
                null,
                List.of(),
                found.size() + " records, " + expected.size() + " recomputed",
                0);
    }

    /** The record is, to the byte, the one expected. */
    void agreed(String scope, Expected expected, LedgerEntry found, boolean anyOrder) {
        totals.add(expected.recorded().record());
        if (expected.ofClose() || anyOrder) {
            order.anywhere(found.offset());
        } else {
            order.caused(found.offset(), expected.cause());
        }
        if (found.sequence() != expected.sequence() || found.timestamp() != expected.timestamp()) {
            findings.add(
                    finding(
                            Kind.RECORD_MISLABELLED,
                            Aspect.WHOLE,
                            scope,
                            expected,
                            found.offset(),
                            String.format(
                                    Locale.ROOT,
                                    "headers say record %s at %d (expected: %d at %d, the time of"
                                            + " its cause)",
                                    found.sequence() < 0 ? "?" : found.sequence(),
                                    found.timestamp(),
                                    expected.sequence(),
                                    expected.timestamp())));
        }
    }

    /** There is no record, and there need not be one yet. */
    void pending(Expected expected) {
        totals.count(expected.ofClose() ? Totals.SWEEP_PENDING : Totals.IN_FLIGHT, 1);
    }

    /** A finding about a recomputed record, at its place in the ledger. */
    Finding finding(
            Kind kind, Aspect aspect, String scope, Expected expected, long offset, String text) {
        return new Finding(
                kind,
                aspect,
                Topic.ACCOUNT_LEDGER.topicName(),
                partition,
                offset,
                scope,
                expected.sequence(),
                expected.recorded().record().messageId(),
                List.of(),
                text,
                0);
    }

    /** The core's own arithmetic, by other means: each record moves what its postings say. */
    private void checkBalances(String scope, List<Expected> expected) {
        Balances before = Balances.ZERO;
        for (Expected next : expected) {
            LedgerRecord record = next.recorded().record();
            if (!moves(before, record)) {
                findings.add(
                        finding(
                                Kind.BALANCE_BROKEN,
                                Aspect.IN_BALANCE,
                                scope,
                                next,
                                -1,
                                before + " and the postings do not make " + record.balances()));
            }
            before = record.balances();
        }
    }

    private static boolean moves(Balances before, LedgerRecord record) {
        if (record.postings().isEmpty()) {
            return before.equals(record.balances());
        }
        Map<LedgerAccount, Long> moved = new EnumMap<>(LedgerAccount.class);
        for (Posting posting : record.postings()) {
            if (posting.reason() == Reason.CARRY
                    && !(posting.from() == LedgerAccount.CURRENT
                            && posting.to() == LedgerAccount.PRIOR)) {
                return false;
            }
            moved.merge(posting.from(), -posting.amountFen(), Math::addExact);
            moved.merge(posting.to(), posting.amountFen(), Math::addExact);
        }
        Balances after = record.balances();
        return moved(moved, LedgerAccount.CURRENT, before.currentFen(), after.currentFen())
                && moved(moved, LedgerAccount.PRIOR, before.priorFen(), after.priorFen())
                && moved(moved, LedgerAccount.SUSPENSE, before.suspenseFen(), after.suspenseFen())
                && moved(
                        moved,
                        LedgerAccount.IN_TRANSIT,
                        before.inTransitFen(),
                        after.inTransitFen())
                && moved(
                        moved,
                        LedgerAccount.RECEIVABLE,
                        -before.receivableFen(),
                        -after.receivableFen());
    }

    private static boolean moved(
            Map<LedgerAccount, Long> moved, LedgerAccount account, long before, long after) {
        return before + moved.getOrDefault(account, 0L) == after;
    }

    TopicSource source() {
        return source;
    }

    int partition() {
        return partition;
    }

    Findings findings() {
        return findings;
    }

    OrderCheck order() {
        return order;
    }

    Doubts doubts() {
        return doubts;
    }
}
