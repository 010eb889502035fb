package io.jieyu.account.previewing;

import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.account.posting.Preview;
import io.jieyu.account.previewing.PolicyPreview.Adjusted;
import io.jieyu.account.previewing.PolicyPreview.AdjustedMonth;
import io.jieyu.account.previewing.PolicyPreview.Band;
import io.jieyu.account.previewing.PolicyPreview.Credits;
import io.jieyu.account.previewing.PolicyPreview.NextClose;
import io.jieyu.account.previewing.PolicyPreview.Told;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.tables.PublishedTables;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.policy.Policies;
import io.jieyu.ledger.policy.PolicyVersion;
import io.jieyu.ledger.reassessing.Adjustment;
import io.jieyu.ledger.reassessing.Assessment;
import io.jieyu.ledger.reassessing.MonthlyCredit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Computes what a draft would do; it runs the ledger's own rules and changes nothing. */
public final class PreviewPolicies {

    private static final int EXAMPLES = 20;

    private final Accounts accounts;
    private final LiveAccounts live;
    private final PublishedTables tables;
    private final int partitions;

    public PreviewPolicies(
            Accounts accounts, LiveAccounts live, PublishedTables tables, int partitions) {
        this.accounts = accounts;
        this.live = live;
        this.tables = tables;
        this.partitions = partitions;
    }

    /** Hears how far a preview is. */
    public interface Progress {

        /** So many accounts out of about so many; twice over all where there is a next close. */
        void at(long done, long ofAbout);
    }

    /** A partition is held by another process, or being moved. */
    public static final class PartitionAway extends RuntimeException {

        private static final long serialVersionUID = 1;

        PartitionAway(int partition) {
            super(
                    "Partition "
                            + partition
                            + " is held by another process or being moved; ask again in a moment.");
        }
    }

    /**
     * The preview of draft versions for a region.
     *
     * @param drafts not empty; taken as published after everything that is
     */
    public PolicyPreview of(String regionCode, List<PolicyVersion> drafts, Progress progress) {
        Policies published = tables.policies();
        Policies changed = published;
        for (PolicyVersion draft : drafts) {
            changed = changed.plus(draft);
        }
        long expected = accounts.count(regionCode);
        YearMonth month = first(drafts);
        var sums = new Sums(month, published, changed);
        accounts.histories(
                regionCode,
                "",
                (id, records) -> {
                    sums.add(id.toString(), Assessment.of(regionCode, records));
                    progress.at(sums.accounts, 2 * expected);
                    return true;
                });
        NextClose close =
                close(regionCode, drafts, looked -> progress.at(expected + looked, 2 * expected));
        progress.at(2 * expected, 2 * expected);
        return new PolicyPreview(
                regionCode,
                month,
                sums.accounts,
                sums.credited,
                sums.before.credits(),
                sums.after.credits(),
                close,
                new Adjusted(
                        sums.months, sums.creditFen, sums.debitFen, List.copyOf(sums.examples)));
    }

    /** The first month of the drafts; that of the beginning is the first of the calendar here. */
    private static YearMonth first(List<PolicyVersion> drafts) {
        return drafts.stream()
                .map(PolicyVersion::effectiveFrom)
                .filter(Objects::nonNull)
                .min(YearMonth::compareTo)
                .orElse(YearMonth.of(1990, 1));
    }

    private @Nullable NextClose close(
            String regionCode, List<PolicyVersion> drafts, LongConsumer looked) {
        var before = new Close();
        var after = new Close();
        long[] done = {0};
        for (int partition = 0; partition < partitions; partition++) {
            sweep(regionCode, partition, List.of(), before, _ -> {});
            sweep(regionCode, partition, drafts, after, count -> looked.accept(done[0] += count));
        }
        YearMonth period = after.period;
        if (period == null) {
            return null;
        }
        var ids = new TreeSet<>(before.told.keySet());
        ids.addAll(after.told.keySet());
        ids.removeIf(id -> before.of(id).equals(after.of(id)));
        return new NextClose(
                period,
                before.counts,
                after.counts,
                ids.size(),
                ids.stream()
                        .limit(EXAMPLES)
                        .map(id -> new Told(id, before.of(id), after.of(id)))
                        .toList());
    }

    private void sweep(
            String regionCode,
            int partition,
            List<PolicyVersion> drafts,
            Close close,
            LongConsumer looked) {
        String behind = "";
        while (behind != null) {
            Preview stretch =
                    live.preview(regionCode, partition, behind, null, Integer.MAX_VALUE, drafts)
                            .orElseThrow(() -> new PartitionAway(partition));
            close.add(stretch);
            looked.accept(stretch.looked());
            behind = stretch.last();
        }
    }

    /** What a close tells, account by account. */
    private static final class Close {

        private final Map<Notice, Long> counts = new EnumMap<>(Notice.class);
        private final Map<String, List<Notice>> told = new TreeMap<>();
        private @Nullable YearMonth period;

        void add(Preview stretch) {
            period = stretch.period();
            for (Applied applied : stretch.found()) {
                var record = Objects.requireNonNull(applied.recorded()).record();
                told.put(record.accountId(), record.notices());
                record.notices().forEach(notice -> counts.merge(notice, 1L, Long::sum));
            }
        }

        List<Notice> of(String id) {
            return told.getOrDefault(id, List.of());
        }
    }

    /** The credits of a month, band by band. */
    private static final class Bands {

        private final Map<String, long[]> bands = new TreeMap<>();

        void add(MonthlyCredit credit) {
            long[] sums = bands.computeIfAbsent(credit.band(), _ -> new long[2]);
            sums[0]++;
            sums[1] = Math.addExact(sums[1], credit.creditFen());
        }

        Credits credits() {
            List<Band> list =
                    bands.entrySet().stream()
                            .map(band ->
                                    new Band(band.getKey(), band.getValue()[0], band.getValue()[1]))
                            .toList();
            return new Credits(
                    list.stream().mapToLong(Band::persons).sum(),
                    list.stream().mapToLong(Band::creditFen).sum(),
                    list);
        }
    }

    /** What has been added up over the accounts. */
    private static final class Sums {

        private final YearMonth month;
        private final Policies published;
        private final Policies changed;
        private final Bands before = new Bands();
        private final Bands after = new Bands();
        private final List<AdjustedMonth> examples = new ArrayList<>();
        private long accounts;
        private long credited;
        private long months;
        private long creditFen;
        private long debitFen;

        Sums(YearMonth month, Policies published, Policies changed) {
            this.month = month;
            this.published = published;
            this.changed = changed;
        }

        void add(String accountId, Assessment assessment) {
            accounts++;
            assessment.monthly(published, month).ifPresent(before::add);
            assessment
                    .monthly(changed, month)
                    .ifPresent(credit -> {
                        credited++;
                        after.add(credit);
                    });
            for (Adjustment adjustment : assessment.adjustments(changed, month)) {
                months++;
                creditFen = Math.addExact(creditFen, adjustment.creditFen());
                debitFen = Math.addExact(debitFen, adjustment.debitFen());
                if (examples.size() < EXAMPLES) {
                    examples.add(new AdjustedMonth(accountId, adjustment));
                }
            }
        }
    }
}
