package io.jieyu.scenario;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.LedgerRecord;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.History;
import io.jieyu.ledger.decision.MemoryLedger;
import io.jieyu.ledger.decision.Recorded;
import io.jieyu.ledger.explaining.Forecast;
import io.jieyu.ledger.explaining.Reasons;
import io.jieyu.ledger.policy.PolicyBook;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what a scenario says with what the ledger did. */
final class Checks {

    private final Scenario scenario;
    private final MemoryLedger ledger;
    private final Messages messages;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<LedgerAccount, Long> totals = new EnumMap<>(LedgerAccount.class);
    private final Map<String, Map<LedgerAccount, Long>> byAccount = new HashMap<>();
    private int counted;
    private @Nullable LocalDate latest;

    Checks(Scenario scenario, MemoryLedger ledger, Messages messages) {
        this.scenario = scenario;
        this.ledger = ledger;
        this.messages = messages;
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** A message of that date was sent. */
    void dated(@Nullable Object date) {
        if (date instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            try {
                LocalDate day = LocalDate.parse(text);
                latest = latest == null || day.isAfter(latest) ? day : latest;
            } catch (DateTimeException impossible) {
                // the message was refused for it
            }
        }
    }

    /** What stands beside a message: outcome and postings. */
    void beside(Step step, Decision decision) {
        Object expected = step.beside().getOrDefault("outcome", "ACCEPTED");
        compare(step, "outcome", expected, outcome(decision));
        List<Posting> postings =
                decision instanceof Decision.Decided decided
                        ? decided.message().record().postings()
                        : List.of();
        if (step.beside().get("posted") instanceof Map<?, ?> posted) {
            compare(step, "posted", yuan(posted), yuan(sums(postings)));
        }
        if (step.beside().get("postings") instanceof List<?> list) {
            postings(step, list, postings);
        }
        Map<String, Object> result =
                decision instanceof Decision.Decided decided
                        ? decided.message().record().result()
                        : Map.of();
        money(step, "paid", result.get("paidFen"));
        money(step, "cash", result.get("cashFen"));
    }

    private void money(Step step, String key, @Nullable Object fen) {
        if (step.beside().containsKey(key)) {
            compare(step, key, step.beside().get(key), fen instanceof Long l ? Yuan.of(l) : null);
        }
    }

    private static String outcome(Decision decision) {
        if (!(decision instanceof Decision.Decided decided)) {
            return "REPLAYED";
        }
        LedgerRecord record = decided.message().record();
        return record.refusal() == null ? record.outcome().name() : record.refusal().code().name();
    }

    private void postings(Step step, List<?> expected, List<Posting> found) {
        var shown = new ArrayList<Object>();
        for (int i = 0; i < found.size(); i++) {
            Posting posting = found.get(i);
            Map<?, ?> one =
                    i < expected.size() && expected.get(i) instanceof Map<?, ?> map
                            ? map
                            : Map.of("from", "", "to", "", "amount", "");
            var parts = new LinkedHashMap<String, @Nullable Object>();
            parts.put("from", posting.from().name());
            parts.put("to", posting.to().name());
            parts.put("amount", Yuan.of(posting.amountFen()));
            parts.put("date", posting.date().toString());
            parts.put("reason", posting.reason().name());
            parts.put("period", posting.period() == null ? null : posting.period().toString());
            parts.keySet().retainAll(one.keySet());
            shown.add(parts);
        }
        compare(step, "postings", expected, shown);
    }

    /** The notices that a close gave to the persons named. */
    void notices(Step step, List<Recorded> records) {
        if (!(step.beside().get("notices") instanceof Map<?, ?> expected)) {
            return;
        }
        expected.forEach((key, list) -> {
            Person person = scenario.persons().get(String.valueOf(key));
            List<String> found =
                    records.stream()
                            .map(Recorded::record)
                            .filter(record ->
                                    person != null && record.accountId().equals(person.accountId()))
                            .flatMap(record -> record.notices().stream())
                            .map(Notice::name)
                            .toList();
            compare(step, "notices of " + key, list, found);
        });
    }

    void expect(Step step) {
        AccountId id = AccountId.parse(messages.account(step));
        History history = ledger.caughtUp(id);
        if (step.has("account")) {
            compare(step, "account", "NONE", history.account() == null ? "NONE" : "an account");
            return;
        }
        if (history.account() == null) {
            differences.add(new Difference(step, id.toString(), "an account", "none"));
            return;
        }
        LocalDate day =
                step.get("on") == null
                        ? usualDay(id.regionCode())
                        : LocalDate.parse(step.text("on"));
        var view = new AccountView(history.account(), day);
        step.body()
                .forEach((key, value) -> {
                    if (!key.equals("person") && !key.equals("accountId") && !key.equals("on")) {
                        compare(step, key, view.expected(key, value), view.found(key));
                    }
                });
    }

    /** The latest date sent, but not before the open month. */
    private LocalDate usualDay(String region) {
        LocalDate day = latest == null ? LocalDate.EPOCH : latest;
        return ledger.announced().closes().months(region).postingDate(day);
    }

    void total(Step step) {
        count();
        step.body()
                .forEach((account, value) ->
                        compare(
                                step,
                                account,
                                value,
                                Yuan.of(totals.getOrDefault(LedgerAccount.valueOf(account), 0L))));
    }

    void explain(Step step) {
        AccountId id = AccountId.parse(messages.account(step));
        History history = ledger.caughtUp(id);
        List<String> found =
                Reasons.of(
                                history.account(),
                                history.remarks(),
                                policies(id),
                                LocalDate.parse(step.text("on")))
                        .stream()
                        .map(Enum::name)
                        .toList();
        contains(step, found);
    }

    void forecast(Step step) {
        AccountId id = AccountId.parse(messages.account(step));
        History history = ledger.caughtUp(id);
        List<Object> found = new ArrayList<>();
        if (history.account() != null) {
            for (Forecast.Threshold one : Forecast.of(history.account(), policies(id))) {
                var shown = new LinkedHashMap<String, Object>();
                shown.put("event", one.event().name());
                shown.put("on", one.on() == null ? "never" : one.on().toString());
                found.add(shown);
            }
        }
        contains(step, found);
    }

    private PolicyBook policies(AccountId id) {
        return new PolicyBook(ledger.announced().policies(), id.regionCode());
    }

    private void contains(Step step, List<?> found) {
        if (step.get("includes") instanceof List<?> list && !found.containsAll(list)) {
            differences.add(new Difference(step, "includes", list.toString(), found.toString()));
        }
        if (step.get("excludes") instanceof List<?> list
                && list.stream().anyMatch(found::contains)) {
            differences.add(new Difference(step, "excludes", "none of " + list, found.toString()));
        }
    }

    /** What must hold after every step: all sums are zero, and buckets are sums of postings. */
    void invariants(Step step) {
        count();
        long sum = totals.values().stream().mapToLong(Long::longValue).sum();
        compare(step, "sum over all ledger accounts", "0.00", Yuan.of(sum));
        byAccount.forEach((scope, sums) -> {
            var account = ledger.history(scope).account();
            if (account != null) {
                var view = new AccountView(account, LocalDate.EPOCH);
                compare(step, "buckets of " + scope, view.buckets(), yuan(buckets(sums)));
            }
        });
        byAccount.clear();
    }

    private final Map<String, Map<LedgerAccount, Long>> everything = new HashMap<>();

    private void count() {
        List<Recorded> records = ledger.records();
        for (; counted < records.size(); counted++) {
            LedgerRecord record = records.get(counted).record();
            if (record.postings().isEmpty()) {
                continue;
            }
            Map<LedgerAccount, Long> sums =
                    everything.computeIfAbsent(
                            record.accountId(), key -> new EnumMap<>(LedgerAccount.class));
            sums(record.postings())
                    .forEach((account, fen) -> {
                        sums.merge(account, fen, Math::addExact);
                        totals.merge(account, fen, Math::addExact);
                    });
            byAccount.put(record.accountId(), sums);
        }
    }

    private static Map<LedgerAccount, Long> buckets(Map<LedgerAccount, Long> sums) {
        var buckets = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        sums.forEach((account, fen) -> {
            if (account.isPersonBucket() && fen != 0) {
                buckets.put(account, fen);
            }
        });
        return buckets;
    }

    private static Map<LedgerAccount, Long> sums(List<Posting> postings) {
        var sums = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        for (Posting posting : postings) {
            sums.merge(posting.from(), -posting.amountFen(), Math::addExact);
            sums.merge(posting.to(), posting.amountFen(), Math::addExact);
        }
        return sums;
    }

    /** Amounts by ledger account, without those that are nothing. */
    static Map<String, String> yuan(Map<?, ?> amounts) {
        var shown = new TreeMap<String, String>();
        amounts.forEach((account, amount) -> {
            String yuan = amount instanceof Long fen ? Yuan.of(fen) : String.valueOf(amount);
            if (!yuan.equals("0.00")) {
                shown.put(String.valueOf(account), yuan);
            }
        });
        return shown;
    }

    private void compare(
            Step step, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(
                    new Difference(step, what, String.valueOf(expected), String.valueOf(found)));
        }
    }
}
