package io.jieyu.account.closing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jieyu.account.closing.CloseMessages;
import io.jieyu.account.closing.Closing;
import io.jieyu.account.closing.Closings;
import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.account.reading.Accounts;
import io.jieyu.account.reading.Entry;
import io.jieyu.account.reading.EntryFilter;
import io.jieyu.codec.InboxReader;
import io.jieyu.codec.tlog.PersonProof;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Hash;
import io.jieyu.ledger.sealing.AccountSeal;
import io.jieyu.ledger.sealing.InclusionPath;
import io.jieyu.ledger.sealing.TreeHash;
import io.jieyu.servicekit.projection.Projections;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(
        name = "Proofs",
        description = "What one account came to at a close, proved to whoever has the public key")
class ProofsController {

    private final Closings closings;
    private final CloseMessages messages;
    private final LiveAccounts live;
    private final Accounts accounts;
    private final Projections projections;

    ProofsController(
            Closings closings,
            CloseMessages messages,
            LiveAccounts live,
            Accounts accounts,
            Projections projections) {
        this.closings = closings;
        this.messages = messages;
        this.live = live;
        this.accounts = accounts;
        this.projections = projections;
    }

    @GetMapping(
            path = "/api/accounts/{accountId}/proofs/{regionCode}/{period}",
            produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "The proof of the account's balance at a close",
            description =
                    "A tlog-proof: ./jieyu audit check verifies it without network, and so do other"
                            + " people's tools.")
    byte[] proof(
            @Parameter(example = "110000-P000001") @PathVariable String accountId,
            @Parameter(example = "110000") @PathVariable String regionCode,
            @Parameter(example = "2025-12") @PathVariable String period,
            @Parameter(description = "attach the account's records")
                    @RequestParam(defaultValue = "false")
                    boolean records) {
        AccountId account = id(accountId, regionCode);
        YearMonth month = month(period);
        CloseCertified certified = certified(regionCode, month);
        Map<Hash, Entry> candidates = candidates(accountId);
        InclusionPath path =
                live.path(account, month, candidates.keySet())
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.READ_SIDE_BEHIND,
                                        "The partition of this account is being moved; ask again"
                                                + " in a moment."));
        Entry last =
                path.wanted().map(candidates::get).orElseThrow(() -> notThere(accountId, period));
        int partition = InboxReader.partitionOf(accountId, messages.partitions());
        return new PersonProof(content(last), records ? records(last) : null)
                .with(path, certified.checkpoints().get(partition))
                .text()
                .getBytes(UTF_8);
    }

    /** By leaf: every entry of the account, one of which was the last when the month was closed. */
    private Map<Hash, Entry> candidates(String accountId) {
        if (projections.asOf("entries", accountId).isEmpty()) {
            throw new Problem(
                    ProblemCode.READ_SIDE_BEHIND,
                    "The read side is being rebuilt from the ledger; ask again in a moment.");
        }
        var candidates = new HashMap<Hash, Entry>();
        var all = new EntryFilter(null, null, null, 0, Integer.MAX_VALUE);
        for (Entry entry : accounts.entries(accountId, all)) {
            candidates.put(TreeHash.leaf(content(entry).getBytes(UTF_8)), entry);
        }
        return candidates;
    }

    private static String content(Entry entry) {
        return AccountSeal.content(
                AccountId.parse(entry.record().accountId()),
                entry.record().sequence(),
                entry.hash(),
                entry.record().balances());
    }

    private List<String> records(Entry last) {
        return accounts.statement(last.record().accountId(), last.record().sequence());
    }

    private CloseCertified certified(String regionCode, YearMonth month) {
        CloseCertified certified =
                closings.of(regionCode, month).map(Closing::certified).orElse(null);
        if (certified == null) {
            throw new Problem(
                    ProblemCode.CLOSING_NOT_FOUND,
                    String.format(
                            Locale.ROOT,
                            "The close of %s for %s has no signed certificate;"
                                    + " /api/closings/%s/%s shows how far it is.",
                            month,
                            regionCode,
                            regionCode,
                            month));
        }
        return certified;
    }

    private static Problem notThere(String accountId, String period) {
        return new Problem(
                ProblemCode.ACCOUNT_NOT_FOUND,
                String.format(
                        Locale.ROOT,
                        "%s is not among the accounts of the close of %s: it did not exist yet.",
                        accountId,
                        period));
    }

    private static AccountId id(String accountId, String regionCode) {
        if (!AccountId.isValid(accountId)) {
            throw Problem.invalid("accountId", accountId, AccountId.EXPECTED);
        }
        AccountId id = AccountId.parse(accountId);
        if (!id.regionCode().equals(regionCode)) {
            throw Problem.invalid("regionCode", regionCode, id.regionCode() + ", the account's");
        }
        return id;
    }

    private static YearMonth month(@Nullable String period) {
        try {
            return YearMonth.parse(String.valueOf(period));
        } catch (DateTimeException notAMonth) {
            throw Problem.invalid("period", period, "a month such as 2025-12");
        }
    }
}
