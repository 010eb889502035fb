package io.jieyu.account.closing.web;

import io.jieyu.account.closing.CloseMessages;
import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.account.posting.Preview;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.account.Participation;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.explaining.Explanation;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/closings")
@Tag(name = "Closes")
class ClosePreviewController {

    private static final int MOST_FOUND = 1_000;

    private final LiveAccounts accounts;
    private final CloseMessages messages;

    ClosePreviewController(LiveAccounts accounts, CloseMessages messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /**
     * What would become of one account.
     *
     * @param explanation the amounts that would move, in plain words
     */
    record Change(
            String accountId,
            List<Notice> notices,
            Participation before,
            Participation after,
            Balances balances,
            List<Explanation.Line> explanation) {}

    /**
     * A stretch of the accounts.
     *
     * @param partition the one that the stretch ends in
     * @param accountsLooked how many accounts were looked at, whether they change or not
     * @param next where to go on; null when every account was looked at
     */
    record ShownPreview(
            String regionCode,
            YearMonth period,
            int partition,
            int partitions,
            long accountsLooked,
            List<Change> changes,
            @Nullable String next) {}

    @GetMapping("/{regionCode}/preview")
    @Operation(
            summary = "Who lapses, freezes or is carried at the next close",
            description =
                    "What the close of the region's open month would do if it came now, account by"
                            + " account; nothing happens. Answered in stretches: follow next until"
                            + " there is none.")
    ShownPreview preview(
            @Parameter(example = "110000") @PathVariable String regionCode,
            @Parameter(description = "only those told this") @RequestParam(required = false)
                    @Nullable Notice notice,
            @RequestParam(defaultValue = "0") int partition,
            @Parameter(description = "the account to begin behind") @RequestParam(defaultValue = "")
                    String behind,
            @RequestParam(defaultValue = "100") int limit) {
        require(regionCode, partition, behind, limit);
        int most = messages.partitions();
        int at = partition;
        String from = behind;
        long looked = 0;
        var changes = new ArrayList<Change>();
        while (true) {
            Preview stretch = stretch(regionCode, at, from, notice, limit - changes.size());
            YearMonth period = period(regionCode, stretch);
            looked += stretch.looked();
            stretch.found().forEach(applied -> changes.add(change(applied)));
            String last = stretch.last();
            boolean isLast = last == null && at + 1 == most;
            if (isLast || last != null || changes.size() == limit) {
                String next =
                        isLast
                                ? null
                                : next(
                                        regionCode,
                                        notice,
                                        last == null ? at + 1 : at,
                                        last == null ? "" : last,
                                        limit);
                return new ShownPreview(regionCode, period, at, most, looked, changes, next);
            }
            at++;
            from = "";
        }
    }

    private Preview stretch(
            String regionCode, int partition, String behind, @Nullable Notice notice, int most) {
        return accounts.preview(regionCode, partition, behind, notice, most, List.of())
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.READ_SIDE_BEHIND,
                                String.format(
                                        Locale.ROOT,
                                        "Partition %d is held by another process or being moved;"
                                                + " ask again in a moment.",
                                        partition)));
    }

    private static YearMonth period(String regionCode, Preview stretch) {
        YearMonth period = stretch.period();
        if (period == null) {
            throw new Problem(
                    ProblemCode.CLOSING_NOT_FOUND,
                    String.format(
                            Locale.ROOT,
                            "No month of %s was ever closed, so none is next; POST /api/closings"
                                    + " closes the first.",
                            regionCode));
        }
        return period;
    }

    private static Change change(Applied applied) {
        var record = Objects.requireNonNull(applied.recorded()).record();
        return new Change(
                record.accountId(),
                record.notices(),
                applied.before().standing().participation(),
                applied.account().standing().participation(),
                applied.account().balances(),
                Explanation.of(record));
    }

    private static String next(
            String regionCode, @Nullable Notice notice, int partition, String behind, int limit) {
        return String.format(
                Locale.ROOT,
                "/api/closings/%s/preview?partition=%d&limit=%d%s%s",
                regionCode,
                partition,
                limit,
                behind.isEmpty() ? "" : "&behind=" + behind,
                notice == null ? "" : "&notice=" + notice);
    }

    private void require(String regionCode, int partition, String behind, int limit) {
        ClosingsController.requireRegion(regionCode);
        if (partition < 0 || partition >= messages.partitions()) {
            throw Problem.invalid(
                    "partition", String.valueOf(partition), "0 to " + (messages.partitions() - 1));
        }
        if (!behind.isEmpty() && !behind.startsWith(regionCode + "-")) {
            throw Problem.invalid("behind", behind, "an account of " + regionCode);
        }
        if (limit < 1 || limit > MOST_FOUND) {
            throw Problem.invalid("limit", String.valueOf(limit), "1 to " + MOST_FOUND);
        }
    }
}
