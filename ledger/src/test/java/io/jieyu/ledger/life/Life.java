package io.jieyu.ledger.life;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.account.Account;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Closes;
import io.jieyu.ledger.decision.Decision;
import io.jieyu.ledger.decision.MemoryLedger;
import io.jieyu.ledger.decision.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A random history on a ledger in memory. What is sent depends on the acts alone, never on what the
 * ledger says, so that two runs send the same.
 */
final class Life {

    private static final String REGION = "110000";
    private static final YearMonth BEGINNING = YearMonth.of(2024, 9);
    private static final List<String> CATEGORIES = List.of("EMPLOYEE", "EMPLOYEE", "FLEXIBLE");
    private static final List<String> USES = List.of("OUTPATIENT", "PHARMACY", "SELF_FUNDED");
    private static final List<String> CARDS =
            List.of(
                    "cardReportedLost",
                    "cardReissued",
                    "cardIssued",
                    "cardActivated",
                    "cardSuspended",
                    "cardResumed",
                    "cardIssued",
                    "cardActivated",
                    "cardSuspended",
                    "cardResumed",
                    "cardActivated",
                    "cardSuspended");

    /**
     * What one message or close did to an account.
     *
     * @param recorded null for a close that only noted the month
     */
    record Effect(
            String kind,
            @Nullable Account before,
            @Nullable Account after,
            @Nullable Recorded recorded) {}

    private final MemoryLedger ledger = new MemoryLedger(Closes.beginningAfter(BEGINNING));
    private final List<Effect> effects = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private YearMonth open = BEGINNING.plusMonths(1);
    private int number;

    private record Sent(
            String scope, String id, String kind, Map<String, @Nullable Object> fields) {}

    private Life() {
        policy(0);
    }

    /**
     * Lives through the acts.
     *
     * @param sweeps after which act all accounts apply the closes so far
     */
    static Life of(List<Act> acts, IntPredicate sweeps) {
        var life = new Life();
        for (int i = 0; i < acts.size(); i++) {
            life.act(acts.get(i));
            if (sweeps.test(i)) {
                life.ledger.sweep();
            }
        }
        life.ledger.sweep();
        return life;
    }

    MemoryLedger ledger() {
        return ledger;
    }

    /** The month that may be closed next. */
    YearMonth open() {
        return open;
    }

    /** What happened to accounts, in order. */
    List<Effect> effects() {
        return effects;
    }

    /** Sends everything again. */
    void sendAllAgain() {
        sent.forEach(one -> ledger.send(one.scope, one.id, one.kind, one.fields));
    }

    /** The records of each history, as they stand on the topic. */
    Map<String, List<String>> records() {
        return ledger.records().stream()
                .collect(
                        Collectors.groupingBy(
                                recorded -> recorded.record().accountId(),
                                TreeMap::new,
                                Collectors.mapping(
                                        recorded ->
                                                new String(
                                                        recorded.json().bytes(),
                                                        StandardCharsets.UTF_8),
                                        Collectors.toList())));
    }

    private void act(Act act) {
        number++;
        switch (act.kind()) {
            case CLOSE -> close();
            case POLICY -> policy(act.choice());
            default -> instruct(act);
        }
    }

    private void close() {
        send(
                "broadcast/0",
                "monthClosed",
                Map.of(
                        "date", open.plusMonths(1).atDay(1).toString(),
                        "regionCode", REGION,
                        "period", open.toString()));
        open = open.plusMonths(1);
    }

    /** A document with other rules for lapses, cards, buckets, uses and the account year. */
    private void policy(int choice) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        Map<String, @Nullable Object> lapse = new LinkedHashMap<>();
        lapse.put("graceMonths", choice % 2 == 0 ? 1L : 2L);
        lapse.put("freezeAfterMonths", choice % 4 == 3 ? null : 2L);
        lapse.put("waitingMonths", Map.of("EMPLOYER", 1L, "INDIVIDUAL", (long) (choice % 3)));
        document.put("lapse", lapse);
        Map<String, @Nullable Object> deregistration = new LinkedHashMap<>();
        deregistration.put("afterMonths", choice % 3 == 0 ? 4L : null);
        deregistration.put(
                "balanceDisposition",
                choice % 3 == 0 ? List.of("SWEEP_TO_POOL", "REFUND").get(choice % 2) : "RETAIN");
        document.put("deregistration", deregistration);
        document.put("creditWhileCardLost", choice % 2 == 0 ? "SUSPEND" : "POST");
        document.put("accountYearStartMonth", choice % 5 == 4 ? 7L : 1L);
        document.put("retireeRule", List.of("FLAT_MONTHLY", "FLAT_ANNUAL").get(choice / 6));
        document.put("retireeBands", List.of(band(0, 70L, 10_000), band(70, null, 11_000)));
        document.put("mutualAidFen", 300L);
        document.put("freeWithdrawalBefore", "2024-12-01");
        document.put("minContributionYears", null);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("date", open.atDay(1).toString());
        fields.put("policySet", "random");
        fields.put("regionCode", REGION);
        fields.put("policyId", REGION + "/" + number);
        fields.put("effectiveFrom", number == 0 ? null : open.toString());
        fields.put("document", document);
        send("broadcast/0", "policyPublished", fields);
    }

    private static Map<String, @Nullable Object> band(long from, @Nullable Long to, long fen) {
        Map<String, @Nullable Object> band = new LinkedHashMap<>();
        band.put("minAge", from);
        band.put("maxAgeExclusive", to);
        band.put("amountFen", fen);
        return band;
    }

    private void instruct(Act act) {
        String account = REGION + "-P" + act.person();
        LocalDate date = open.atDay(1 + act.choice() * 2);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("accountId", account);
        fields.put("date", date.toString());
        String kind = fill(act, fields, account);
        send(account, kind, fields);
    }

    private String fill(Act act, Map<String, @Nullable Object> fields, String account) {
        return switch (act.kind()) {
            case REGULAR -> contribution(act, fields, "REGULAR", open.plusMonths(act.shift() / 2));
            case BACK_PAYMENT ->
                    contribution(act, fields, "BACK_PAYMENT", open.minusMonths(act.shift() + 1));
            case REVERSED -> {
                reversal(act, fields);
                yield "contributionReversed";
            }
            case REPLACED -> {
                reversal(act, fields);
                Map<String, @Nullable Object> replacement = new LinkedHashMap<>();
                contribution(act, replacement, (String) fields.get("originalType"), original(act));
                replacement.put("serial", "r" + number % 3);
                fields.put("replacement", replacement);
                yield "contributionReplaced";
            }
            case TRUE_UP -> {
                fields.put("trueUpId", "t" + number);
                fields.put("direction", act.choice() % 2 == 0 ? "CREDIT" : "DEBIT");
                fields.put("amountFen", act.fen());
                fields.put("fromPeriod", open.minusMonths(act.shift()).toString());
                fields.put("toPeriod", open.minusMonths(act.shift()).toString());
                fields.put("source", act.choice() % 3 == 0 ? "POOLED_FUND" : "CONTRIBUTIONS");
                fields.put("reason", "OTHER");
                yield "trueUp";
            }
            case SPEND -> {
                fields.put("spendId", "s" + act.choice() % 6 + "/" + act.shift());
                fields.put("amountFen", act.fen());
                fields.put("use", USES.get(act.choice() % 4 == 3 ? 2 : act.choice() % 2));
                fields.put("providerId", "H1");
                yield "spend";
            }
            case REFUND -> {
                fields.put("refundId", "f" + number);
                fields.put("spendId", "s" + act.choice() % 6 + "/" + act.shift());
                fields.put("amountFen", 1 + act.fen() / 8);
                yield "spendRefunded";
            }
            default -> fillWithoutMoney(act, fields, account);
        };
    }

    private String fillWithoutMoney(Act act, Map<String, @Nullable Object> fields, String account) {
        return switch (act.kind()) {
            case BENEFIT -> {
                fields.put("claimId", "c" + act.choice());
                fields.put("amountFen", act.fen());
                yield "pooledBenefitUsed";
            }
            case CARD -> {
                String kind = CARDS.get(act.choice());
                fields.put(
                        "cardNo",
                        switch (kind) {
                            case "cardReportedLost" -> null;
                            case "cardReissued" -> "N" + number;
                            default -> "N1";
                        });
                yield kind;
            }
            case HOLD -> {
                fields.put("hold", act.choice() % 2 == 0 ? "ADMIN" : "COMPLIANCE");
                fields.put("caseNo", "case" + act.choice() % 5 + act.shift());
                yield "holdPlaced";
            }
            case RELEASE -> {
                fields.put("caseNo", "case" + act.choice() % 5 + act.shift());
                yield "holdReleased";
            }
            case RETIREMENT -> {
                fields.put("retiredFrom", open.minusMonths(act.shift()).toString());
                fields.put("birthDate", "1960-05-31");
                fields.put("sex", "MALE");
                fields.put("recognisedMonths", 360L);
                yield "retirementRegistered";
            }
            case REENROLLED -> "reenrolled";
            case SWEEP_REVERSED -> {
                fields.put("sweepId", account + "#1");
                yield "sweepReversed";
            }
            default -> throw new IllegalStateException(act.kind() + " is no instruction");
        };
    }

    private String contribution(
            Act act, Map<String, @Nullable Object> fields, String type, YearMonth period) {
        String category = CATEGORIES.get(act.choice() % 3);
        fields.put("type", type);
        fields.put("period", period.toString());
        fields.put("serial", "" + act.choice() % 2);
        fields.put("category", category);
        if (category.equals("FLEXIBLE") && act.choice() > 8) {
            fields.put("tier", "POOLED_ONLY");
        }
        fields.put("birthDate", act.choice() == 11 ? "1980-01-01" : "1960-05-31");
        fields.put("baseFen", act.fen() * 20);
        if (act.choice() % 3 == 1) {
            fields.put("personalReceivedFen", act.fen());
            fields.put("employerReceivedFen", act.fen() * 2);
        }
        return "contribution";
    }

    private void reversal(Act act, Map<String, @Nullable Object> fields) {
        fields.put("reversalId", "r" + number);
        fields.put("originalType", act.choice() % 4 == 3 ? "BACK_PAYMENT" : "REGULAR");
        fields.put("originalPeriod", original(act).toString());
        fields.put("originalSerial", "" + act.choice() % 2);
        fields.put("reason", "random");
    }

    private YearMonth original(Act act) {
        return open.minusMonths(act.shift());
    }

    private void send(String scope, String kind, Map<String, @Nullable Object> fields) {
        String id = "m" + number;
        sent.add(new Sent(scope, id, kind, fields));
        Account before = ledger.history(scope).account();
        Decision decision = ledger.send(scope, id, kind, fields);
        if (decision instanceof Decision.Decided decided) {
            Account last = before;
            for (Applied applied : decided.closes().applied()) {
                effects.add(
                        new Effect(
                                "monthClosed",
                                applied.before(),
                                applied.account(),
                                applied.recorded()));
                last = applied.account();
            }
            effects.add(new Effect(kind, last, decided.after().account(), decided.message()));
        }
    }

    /** The accounts of the story. */
    List<AccountId> accounts() {
        return List.of(AccountId.parse(REGION + "-P0"), AccountId.parse(REGION + "-P1"));
    }
}
