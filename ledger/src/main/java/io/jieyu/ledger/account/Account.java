package io.jieyu.ledger.account;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Category;
import io.jieyu.ledger.Tier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of one personal account (rulebook 4.1): those of its fields that contributions touch.
 *
 * @param birthDate from the first message that carries it
 * @param category of the last accepted contribution
 * @param tier of the last accepted contribution
 * @param lastBaseFen clamped base of the last accepted REGULAR contribution
 * @param contributionMonths accepted periods
 * @param freeFen the part of CURRENT + PRIOR that may be drawn in cash
 * @param liableFrom first month in which non-payment counts
 * @param periods payment status by contribution period; not to be changed
 */
public record Account(
        AccountId id,
        Participation participation,
        @Nullable LocalDate birthDate,
        @Nullable Category category,
        @Nullable Tier tier,
        long lastBaseFen,
        int contributionMonths,
        Balances balances,
        long freeFen,
        @Nullable YearMonth liableFrom,
        PooledBenefit pooledBenefit,
        NavigableMap<YearMonth, PeriodRecord> periods) {

    public Account {
        if (freeFen < 0 || freeFen > balances.balanceFen()) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "freeFen: %d (expected: 0 to the balance, %d)",
                            freeFen,
                            balances.balanceFen()));
        }
    }
}
