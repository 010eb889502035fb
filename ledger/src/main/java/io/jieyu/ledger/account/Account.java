package io.jieyu.ledger.account;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of one personal account (rulebook 4.1). What grows with every contribution and every
 * spend, and is needed by its own key only, stands beside it: {@link Booking}.
 *
 * @param freeFen the part of CURRENT + PRIOR that may be drawn in cash
 * @param suspense content of SUSPENSE, oldest first
 * @param annualCredits annual flat credits of a retiree, oldest first
 * @param sweeps in the order of their making
 * @param benefitUsed yearly counter by first month of the benefit year, not money (15)
 */
public record Account(
        AccountId id,
        Lifetime lifetime,
        Person person,
        Standing standing,
        Lapse lapse,
        PooledBenefit pooledBenefit,
        Payments payments,
        Balances balances,
        long freeFen,
        MonthEnds monthEnds,
        Holds holds,
        Card card,
        List<SuspenseEntry> suspense,
        List<AnnualCredit> annualCredits,
        List<Sweep> sweeps,
        NavigableMap<YearMonth, Long> benefitUsed,
        Milestones milestones) {

    public Account {
        if (freeFen < 0 || freeFen > balances.balanceFen()) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "freeFen: %d (expected: 0 to the balance, %d)",
                            freeFen,
                            balances.balanceFen()));
        }
        long waitingFen = 0;
        for (SuspenseEntry entry : suspense) {
            waitingFen = Math.addExact(waitingFen, entry.amountFen());
        }
        if (waitingFen != balances.suspenseFen()) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "suspenseFen: %d (expected: the sum of its entries, %d)",
                            balances.suspenseFen(),
                            waitingFen));
        }
        if (lifetime.lifecycle() == Lifecycle.CLOSED && !balances.equals(Balances.ZERO)) {
            throw new IllegalStateException(
                    "balances: " + balances + " (expected: zero, the account is CLOSED)");
        }
    }

    /**
     * The account as its first accepted opening message opens it (rulebook 4.4).
     *
     * @param lastClosed the region's last closed month
     */
    public static Account opened(AccountId id, @Nullable YearMonth lastClosed) {
        return new Account(
                id,
                Lifetime.OPENED,
                Person.UNKNOWN,
                Standing.INITIAL,
                Lapse.NONE,
                PooledBenefit.INITIAL,
                Payments.NONE,
                Balances.ZERO,
                0,
                MonthEnds.startingAfter(lastClosed),
                Holds.NONE,
                Card.NONE,
                List.of(),
                List.of(),
                List.of(),
                Collections.emptyNavigableMap(),
                Milestones.NONE);
    }

    public boolean isClosed() {
        return lifetime.lifecycle() == Lifecycle.CLOSED;
    }

    /** Whether account money may be spent on that day (rulebook 4.3). */
    public boolean isSpendableOn(LocalDate day) {
        return !isClosed() && holds.decisive(day).isEmpty() && card.allows();
    }
}
