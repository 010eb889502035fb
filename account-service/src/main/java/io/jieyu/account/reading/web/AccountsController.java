package io.jieyu.account.reading.web;

import io.jieyu.account.reading.Accounts;
import io.jieyu.account.reading.Entry;
import io.jieyu.account.reading.EntryFilter;
import io.jieyu.account.reading.Totals;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Outcome;
import io.jieyu.ledger.explaining.Explanation;
import io.jieyu.servicekit.projection.Checkpoint;
import io.jieyu.servicekit.projection.Projections;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Accounts", description = "Balances, entries and why they are as they are")
class AccountsController {

    private static final int MOST_ENTRIES = 500;

    private final Accounts accounts;
    private final Projections projections;

    AccountsController(Accounts accounts, Projections projections) {
        this.accounts = accounts;
        this.projections = projections;
    }

    /**
     * A page of entries.
     *
     * @param next {@code after} of the next page; null when this is the last
     */
    record Entries(List<Entry> entries, @Nullable Long next, List<Checkpoint> asOf) {}

    record ExplainedEntry(Entry entry, List<Explanation.Line> explanation, List<Checkpoint> asOf) {}

    record LedgerTotals(
            Map<String, Long> ledgerAccounts,
            long sumFen,
            Map<String, Map<String, Long>> regions,
            long accounts,
            Map<String, Map<String, Long>> outcomes,
            Map<String, Long> refusals,
            List<Checkpoint> asOf) {}

    @GetMapping("/accounts/{accountId}")
    @Operation(
            summary = "The account as it stands",
            description = "Money in fen; balanceFen = currentFen + priorFen.")
    Map<String, @Nullable Object> account(
            @Parameter(example = "110000-P000001") @PathVariable String accountId) {
        requireAccountId(accountId);
        List<Checkpoint> asOf = asOf("accounts", accountId);
        Map<String, @Nullable Object> state =
                accounts.state(accountId).orElseThrow(() -> notFound(accountId));
        state.put("asOf", asOf);
        return state;
    }

    @GetMapping("/accounts/{accountId}/entries")
    @Operation(
            summary = "The entries of an account, refusals included",
            description = "In their order, by pages.")
    Entries entries(
            @Parameter(example = "110000-P000001") @PathVariable String accountId,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        requireAccountId(accountId);
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw Problem.invalid("limit", String.valueOf(limit), "1 to " + MOST_ENTRIES);
        }
        List<Checkpoint> asOf = asOf("entries", accountId);
        List<Entry> found =
                accounts.entries(accountId, new EntryFilter(year, kind, outcome, after, limit + 1));
        List<Entry> page = found.subList(0, Math.min(limit, found.size()));
        Long next = found.size() > limit ? (Long) page.getLast().record().sequence() : null;
        return new Entries(page, next, asOf);
    }

    @GetMapping("/accounts/{accountId}/entries/{sequence}")
    @Operation(summary = "One entry, explained line by line")
    ExplainedEntry entry(
            @Parameter(example = "110000-P000001") @PathVariable String accountId,
            @Parameter(example = "1") @PathVariable long sequence) {
        requireAccountId(accountId);
        List<Checkpoint> asOf = asOf("entries", accountId);
        Entry entry =
                accounts.entry(accountId, sequence)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.ENTRY_NOT_FOUND,
                                        String.format(
                                                Locale.ROOT,
                                                "Account %s has no entry %d;"
                                                        + " /api/accounts/%s/entries lists those it"
                                                        + " has.",
                                                accountId,
                                                sequence,
                                                accountId)));
        return new ExplainedEntry(entry, Explanation.of(entry.record()), asOf);
    }

    @GetMapping("/ledger/totals")
    @Operation(
            summary = "Sums over the whole ledger",
            description = "sumFen over all ledger accounts is always 0.")
    LedgerTotals totals() {
        List<Checkpoint> asOf = asOf("totals");
        Totals totals = accounts.totals();
        return new LedgerTotals(
                totals.ledgerAccounts(),
                totals.sumFen(),
                totals.regions(),
                totals.accounts(),
                totals.outcomes(),
                totals.refusals(),
                asOf);
    }

    private Problem notFound(String accountId) {
        List<Entry> refused =
                accounts.entries(accountId, new EntryFilter(null, null, null, 0, MOST_ENTRIES));
        String known =
                refused.isEmpty()
                        ? "No message for it has arrived yet."
                        : String.format(
                                Locale.ROOT,
                                "%d messages for it were refused, the last one with %s:"
                                        + " /api/accounts/%s/entries explains each.",
                                refused.size(),
                                refused.getLast().record().refusal(),
                                accountId);
        return new Problem(
                ProblemCode.ACCOUNT_NOT_FOUND,
                String.format(Locale.ROOT, "There is no account %s. %s", accountId, known));
    }

    private List<Checkpoint> asOf(String collection) {
        return projections.asOf(collection).orElseThrow(() -> behind(collection));
    }

    private List<Checkpoint> asOf(String collection, String accountId) {
        return projections.asOf(collection, accountId).orElseThrow(() -> behind(collection));
    }

    private Problem behind(String collection) {
        return new Problem(
                ProblemCode.READ_SIDE_BEHIND,
                String.format(
                        Locale.ROOT,
                        "The read side is being rebuilt from the ledger (%d records to go); ask"
                                + " again in a moment.",
                        projections.lag(collection)));
    }

    private static void requireAccountId(String accountId) {
        if (!AccountId.isValid(accountId)) {
            throw Problem.invalid("accountId", accountId, AccountId.EXPECTED);
        }
    }
}
