package io.jieyu.audit;

import io.jieyu.audit.recompute.AuditScope;
import io.jieyu.audit.recompute.PartitionAudit;
import io.jieyu.audit.seals.CheckSeals;
import io.jieyu.audit.seals.SealsFound;
import io.jieyu.audit.topics.CannotDecide;
import io.jieyu.audit.topics.TopicSource;
import io.jieyu.audit.verdict.Finding;
import io.jieyu.audit.verdict.PartitionVerdict;
import io.jieyu.audit.verdict.RecomputedClose;
import io.jieyu.audit.verdict.Totals;
import io.jieyu.audit.verdict.Verdict;
import io.jieyu.codec.tlog.NoteKey;
import io.jieyu.contracts.Topic;
import io.jieyu.ledger.decision.Ledger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Audits all partitions, several at a time, and adds up what was found. */
public final class Auditor {

    private final TopicSource source;
    private final Ledger ledger;
    private final AuditScope extent;
    private final List<NoteKey> keys;
    private final Workplace workplace;
    private final Progress progress;

    /**
     * An audit of a source.
     *
     * @param ledger the rules
     * @param keys that may have signed certificates; none: signatures are not checked
     */
    public Auditor(
            TopicSource source,
            Ledger ledger,
            AuditScope extent,
            List<NoteKey> keys,
            Workplace workplace,
            Progress progress) {
        this.source = source;
        this.ledger = ledger;
        this.extent = extent;
        this.keys = List.copyOf(keys);
        this.workplace = workplace;
        this.progress = progress;
    }

    /**
     * The verdict.
     *
     * @param threads partitions at a time
     * @throws CannotDecide when a topic is missing or cannot be read
     */
    public Verdict run(int threads) {
        int partitions = source.partitions(Topic.ACCOUNT_INBOX);
        int ofLedger = source.partitions(Topic.ACCOUNT_LEDGER);
        if (partitions == 0 || partitions != ofLedger) {
            throw new CannotDecide(
                    String.format(
                            Locale.ROOT,
                            "%s: %d partitions of %s and %d of %s (expected: as many of each, and"
                                    + " one at least)",
                            source.name(),
                            partitions,
                            Topic.ACCOUNT_INBOX.topicName(),
                            ofLedger,
                            Topic.ACCOUNT_LEDGER.topicName()));
        }
        SealsFound seals = SealsFound.read(source);
        progress.begin(source, partitions);
        List<PartitionVerdict> verdicts = audit(partitions, threads, seals);
        progress.end();
        return addUp(partitions, verdicts, seals);
    }

    private List<PartitionVerdict> audit(int partitions, int threads, SealsFound seals) {
        var tasks = new ArrayList<Callable<PartitionVerdict>>();
        for (int i = 0; i < partitions; i++) {
            int partition = i;
            tasks.add(() ->
                    workplace.once(
                            partition,
                            folder ->
                                    new PartitionAudit(
                                                    source,
                                                    partition,
                                                    ledger,
                                                    extent,
                                                    seals.sealed(partition),
                                                    progress::read)
                                            .run(folder)));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var verdicts = new ArrayList<PartitionVerdict>();
            for (Future<PartitionVerdict> done : pool.invokeAll(tasks)) {
                verdicts.add(done.get());
            }
            return verdicts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotDecide("interrupted; --resume goes on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotDecide why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Verdict addUp(int partitions, List<PartitionVerdict> verdicts, SealsFound seals) {
        var totals = new Totals();
        var findings = new ArrayList<Finding>();
        var undecided = new ArrayList<String>();
        var notes = new ArrayList<String>();
        Map<Integer, List<RecomputedClose>> closes = new HashMap<>();
        long further = 0;
        int closeCount = 0;
        for (PartitionVerdict verdict : verdicts) {
            totals.add(verdict.totals());
            findings.addAll(verdict.findings());
            further += verdict.further();
            undecided.addAll(verdict.undecided());
            notes.addAll(verdict.parked());
            closes.put(verdict.partition(), verdict.closes());
            closeCount += verdict.closes().size();
        }
        var check = new CheckSeals(seals, partitions, keys);
        check.check(closes, this::covers);
        findings.addAll(check.findings());
        notes.addAll(check.notes());
        return new Verdict(
                source.name(),
                partitions,
                totals,
                closeCount,
                check.certificates(),
                findings,
                further,
                notes,
                undecided);
    }

    private boolean covers(String regionCode, YearMonth period) {
        return (extent.accounts() == null || extent.accounts().equals(regionCode))
                && (extent.until() == null || !period.isAfter(extent.until()));
    }
}
