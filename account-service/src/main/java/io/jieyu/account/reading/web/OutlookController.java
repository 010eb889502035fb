package io.jieyu.account.reading.web;

import io.jieyu.account.posting.LiveAccount;
import io.jieyu.account.posting.LiveAccounts;
import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.BusinessDates;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.explaining.Explanation;
import io.jieyu.ledger.explaining.Forecast;
import io.jieyu.ledger.explaining.ReasonCode;
import io.jieyu.ledger.explaining.Reasons;
import io.jieyu.ledger.explaining.Wording;
import io.jieyu.ledger.policy.PolicyBook;
import io.jieyu.servicekit.web.Problem;
import io.jieyu.servicekit.web.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts/{accountId}")
@Tag(
        name = "Outlook",
        description =
                "Why a balance shows what it shows, and what comes when no contribution comes")
class OutlookController {

    private final LiveAccounts accounts;
    private final Clock clock;

    OutlookController(LiveAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    record Reason(ReasonCode code, String en, String zh) {}

    /** Every reason that applies, in the order of the rulebook (16.1). */
    record Why(String accountId, LocalDate on, @Nullable Balances balances, List<Reason> reasons) {}

    /**
     * A threshold ahead.
     *
     * @param on null: never
     */
    record ShownThreshold(Forecast.Event event, @Nullable LocalDate on) {}

    /**
     * What the next close would do now.
     *
     * @param explanation in plain words; empty when it would only note the month
     */
    record NextClose(YearMonth period, Balances balances, List<Explanation.Line> explanation) {}

    /**
     * What comes when nothing more is paid.
     *
     * @param nextClose null while no month of the region was ever closed
     */
    record Outlook(
            String accountId, List<ShownThreshold> thresholds, @Nullable NextClose nextClose) {}

    @GetMapping("/why")
    @Operation(
            summary = "Why is the balance zero, or less than expected?",
            description = "Every reason that applies on that day, with its words.")
    Why why(
            @Parameter(example = "110000-P000001") @PathVariable String accountId,
            @RequestParam(required = false) @Nullable LocalDate on) {
        AccountId id = id(accountId);
        LiveAccount live = live(id);
        LocalDate day = on == null ? LocalDate.now(clock.withZone(BusinessDates.CHINA)) : on;
        Account account = live.account();
        List<Reason> reasons =
                Reasons.of(account, live.remarks(), policies(id, live), day).stream()
                        .map(code -> new Reason(code, Wording.english(code), Wording.chinese(code)))
                        .toList();
        return new Why(accountId, day, account == null ? null : account.balances(), reasons);
    }

    @GetMapping("/outlook")
    @Operation(
            summary = "What happens if no contribution comes?",
            description = "Dated thresholds, never where none is reached; and the next close.")
    Outlook outlook(@Parameter(example = "110000-P000001") @PathVariable String accountId) {
        AccountId id = id(accountId);
        LiveAccount live = live(id);
        Account account = live.account();
        if (account == null) {
            throw new Problem(
                    ProblemCode.ACCOUNT_NOT_FOUND,
                    String.format(
                            Locale.ROOT,
                            "There is no account %s; /api/accounts/%s/why says why.",
                            accountId,
                            accountId));
        }
        return new Outlook(
                accountId,
                Forecast.of(account, policies(id, live)).stream()
                        .map(one -> new ShownThreshold(one.event(), one.on()))
                        .toList(),
                nextClose(live.nextClose()));
    }

    private static @Nullable NextClose nextClose(@Nullable Applied next) {
        return next == null
                ? null
                : new NextClose(
                        next.close().period(),
                        next.account().balances(),
                        next.recorded() == null
                                ? List.of()
                                : Explanation.of(next.recorded().record()));
    }

    private LiveAccount live(AccountId id) {
        return accounts.of(id)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.READ_SIDE_BEHIND,
                                "The partition of this account is being moved; ask again in a"
                                        + " moment."));
    }

    private static PolicyBook policies(AccountId id, LiveAccount live) {
        return new PolicyBook(live.announced().policies(), id.regionCode());
    }

    private static AccountId id(String accountId) {
        if (!AccountId.isValid(accountId)) {
            throw Problem.invalid("accountId", accountId, AccountId.EXPECTED);
        }
        return AccountId.parse(accountId);
    }
}
