package io.jieyu.scenario;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.account.Account;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account in the words of an {@code expect} step. */
record AccountView(Account account, LocalDate day) {

    /** What a check may ask of an account. */
    static final Set<String> KEYS =
            Set.of(
                    ("person accountId account on current prior suspense receivable inTransit"
                         + " balance spendable participation lapsedMonths waitingPaid"
                         + " contributionMonths holds card lifecycle closeReason pooledBenefit"
                         + " pooledBenefitFrom category generation free lastBase liableFrom"
                         + " lapseStart waitingOwed waitingTarget benefitCoveredFrom retiredFrom"
                         + " benefitUsed")
                            .split(" "));

    /** What the file says, in the form of {@link #found}. */
    @Nullable Object expected(String key, @Nullable Object value) {
        return switch (key) {
            case "holds" -> value instanceof List<?> list ? new TreeSet<Object>(list) : value;
            case "benefitUsed" -> value instanceof Map<?, ?> map ? new TreeMap<>(map) : value;
            default -> value;
        };
    }

    /** The field as it is. */
    @Nullable Object found(String key) {
        Balances balances = account.balances();
        return switch (key) {
            case "current" -> Yuan.of(balances.currentFen());
            case "prior" -> Yuan.of(balances.priorFen());
            case "suspense" -> Yuan.of(balances.suspenseFen());
            case "receivable" -> Yuan.of(balances.receivableFen());
            case "inTransit" -> Yuan.of(balances.inTransitFen());
            case "balance" -> Yuan.of(balances.balanceFen());
            case "free" -> Yuan.of(account.freeFen());
            case "lastBase" -> Yuan.of(account.payments().lastBaseFen());
            case "benefitUsed" -> benefitUsed();
            case "spendable" -> account.isSpendableOn(day);
            case "lapsedMonths" -> (long) account.lapse().lapsedMonths();
            case "waitingPaid" -> (long) account.lapse().waitingPaid();
            case "waitingTarget" -> (long) account.lapse().waitingTarget();
            case "waitingOwed" -> account.lapse().waitingOwed();
            case "contributionMonths" -> (long) account.payments().contributionMonths();
            case "generation" -> (long) account.lifetime().generation();
            case "holds" -> {
                var kinds = new TreeSet<Object>();
                account.holds().holds().forEach(hold -> kinds.add(hold.kind().name()));
                yield kinds;
            }
            default -> word(key);
        };
    }

    private @Nullable String word(String key) {
        Object value =
                switch (key) {
                    case "participation" -> account.standing().participation();
                    case "retiredFrom" -> account.standing().retiredFrom();
                    case "card" -> account.card().status();
                    case "lifecycle" -> account.lifetime().lifecycle();
                    case "closeReason" -> account.lifetime().closeReason();
                    case "pooledBenefit" -> account.pooledBenefit().status();
                    case "pooledBenefitFrom" -> account.pooledBenefit().from();
                    case "benefitCoveredFrom" -> account.pooledBenefit().coveredFrom();
                    case "category" -> account.person().category();
                    case "liableFrom" -> account.payments().liableFrom();
                    case "lapseStart" -> account.lapse().lapseStart();
                    default -> throw new IllegalArgumentException(key + ": unknown key of expect");
                };
        return value == null ? null : value.toString();
    }

    private Map<String, String> benefitUsed() {
        var used = new TreeMap<String, String>();
        account.benefitUsed().forEach((year, fen) -> used.put(year.toString(), Yuan.of(fen)));
        return used;
    }

    /** The buckets that hold something, as sums of postings. */
    Map<String, String> buckets() {
        Balances balances = account.balances();
        var buckets = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        buckets.put(LedgerAccount.CURRENT, balances.currentFen());
        buckets.put(LedgerAccount.PRIOR, balances.priorFen());
        buckets.put(LedgerAccount.SUSPENSE, balances.suspenseFen());
        buckets.put(LedgerAccount.IN_TRANSIT, balances.inTransitFen());
        buckets.put(LedgerAccount.RECEIVABLE, -balances.receivableFen());
        return Checks.yuan(buckets);
    }
}
