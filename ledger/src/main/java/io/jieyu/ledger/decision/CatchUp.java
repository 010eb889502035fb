package io.jieyu.ledger.decision;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.account.Binding;
import io.jieyu.ledger.account.Bindings;
import io.jieyu.ledger.account.Draft;
import io.jieyu.ledger.account.RegionMonths;
import io.jieyu.ledger.account.Situation;
import io.jieyu.ledger.closing.CloseMonth;
import io.jieyu.ledger.policy.PolicyBook;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies the closes that an account has yet to apply, in month order, each by the policies as they
 * were known at its place (rulebook 5.5): whoever comes first, a message or the sweep, the account
 * and its records are the same.
 */
final class CatchUp {

    private CatchUp() {}

    static CaughtUp run(History history, Bindings bindings, Announced announced) {
        Account account = history.account();
        if (account == null) {
            return CaughtUp.nothing(history);
        }
        List<Close> closes =
                announced
                        .closes()
                        .after(account.id().regionCode(), account.monthEnds().lastClosed());
        if (closes.isEmpty()) {
            return CaughtUp.nothing(history);
        }
        YearMonth first = announced.closes().of(account.id().regionCode()).getFirst().period();
        var changed = new HashMap<String, Binding>();
        var applied = new ArrayList<Applied>();
        History after = history;
        for (Close close : closes) {
            Applied one = apply(close, first, after, overlay(changed, bindings));
            Recorded recorded = one.recorded();
            if (recorded != null) {
                changed.putAll(recorded.bindings());
            }
            applied.add(one);
            after = one.after();
        }
        return new CaughtUp(after, List.copyOf(applied), changed);
    }

    private static Applied apply(
            Close close, YearMonth firstClosed, History history, Bindings bindings) {
        Account account = account(history);
        AccountId id = account.id();
        var situation =
                new Situation(
                        id,
                        close.messageId(),
                        account,
                        new PolicyBook(close.policies(), id.regionCode()),
                        new RegionMonths(close.period(), firstClosed),
                        bindings);
        Draft draft = CloseMonth.apply(situation, account, close.period());
        Account closed = draft.account();
        var recorded = RecordDraft.ofClose(history, close, id).closed(draft, closed, bindings);
        return recorded.map(record -> new Applied(close, account, closed, record.after(), record))
                .orElseGet(() -> new Applied(close, account, closed, history.with(closed), null));
    }

    private static Account account(History history) {
        Account account = history.account();
        if (account == null) {
            throw new IllegalStateException("account: null (expected: the one that is closed)");
        }
        return account;
    }

    /** What the history remembers, the closes just applied included. */
    static Bindings overlay(Map<String, Binding> changed, Bindings bindings) {
        return key -> {
            Binding binding = changed.get(key);
            return binding == null ? bindings.of(key) : binding;
        };
    }
}
