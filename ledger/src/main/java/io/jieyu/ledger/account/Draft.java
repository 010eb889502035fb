package io.jieyu.ledger.account;

import static io.jieyu.ledger.LedgerAccount.RECEIVABLE;

import io.jieyu.ledger.AccountId;
import io.jieyu.ledger.Balances;
import io.jieyu.ledger.Category;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Tier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account while one message is worked on. Its procedures are those of rulebook 3.4; nothing else
 * posts. The account that it began with stays as it is.
 */
public final class Draft {

    private final AccountId id;
    private final List<Posting> postings = new ArrayList<>();
    private final NavigableMap<YearMonth, PeriodRecord> changedPeriods = new TreeMap<>();
    private Participation participation;
    private @Nullable LocalDate birthDate;
    private @Nullable Category category;
    private @Nullable Tier tier;
    private long lastBaseFen;
    private int contributionMonths;
    private Balances balances;
    private long freeFen;
    private @Nullable YearMonth liableFrom;
    private PooledBenefit pooledBenefit;
    private NavigableMap<YearMonth, PeriodRecord> periods;

    private Draft(Account account) {
        this.id = account.id();
        this.participation = account.participation();
        this.birthDate = account.birthDate();
        this.category = account.category();
        this.tier = account.tier();
        this.lastBaseFen = account.lastBaseFen();
        this.contributionMonths = account.contributionMonths();
        this.balances = account.balances();
        this.freeFen = account.freeFen();
        this.liableFrom = account.liableFrom();
        this.pooledBenefit = account.pooledBenefit();
        this.periods = account.periods();
    }

    public static Draft of(Account account) {
        return new Draft(account);
    }

    /** The account as it is opened by its first accepted opening message (rulebook 4.4). */
    public static Draft opening(AccountId id) {
        return new Draft(
                new Account(
                        id,
                        Participation.NOT_ENROLLED,
                        null,
                        null,
                        null,
                        0,
                        0,
                        Balances.ZERO,
                        0,
                        null,
                        PooledBenefit.INITIAL,
                        Collections.emptyNavigableMap()));
    }

    /**
     * The procedure CREDIT (rulebook 3.4): a debt is repaid before anything reaches the bucket.
     *
     * @param amountFen not negative; 0 posts nothing
     * @param freeWithdrawalBefore money posted before this day is free money; null: none is
     */
    public void credit(
            LedgerAccount source,
            LedgerAccount bucket,
            long amountFen,
            Grounds grounds,
            @Nullable LocalDate freeWithdrawalBefore) {
        long repaidFen = Math.min(amountFen, balances.receivableFen());
        long creditedFen = Math.subtractExact(amountFen, repaidFen);
        post(source, RECEIVABLE, repaidFen, grounds);
        post(source, bucket, creditedFen, grounds);
        if (freeWithdrawalBefore != null && grounds.date().isBefore(freeWithdrawalBefore)) {
            freeFen = Math.addExact(freeFen, creditedFen);
        }
    }

    /** One posting; an amount of 0 makes none (rulebook 3.1). */
    public void post(LedgerAccount from, LedgerAccount to, long amountFen, Grounds grounds) {
        if (amountFen == 0) {
            return;
        }
        var posting =
                new Posting(
                        from,
                        to,
                        amountFen,
                        grounds.date(),
                        grounds.reason(),
                        grounds.period(),
                        grounds.policyId(),
                        grounds.rule(),
                        grounds.formula());
        balances = balances.after(posting);
        postings.add(posting);
    }

    public Participation participation() {
        return participation;
    }

    /** Who pays, as the message says it; the birth date stays the first one. */
    public void person(LocalDate birthDate, Category category, Tier tier) {
        this.birthDate = this.birthDate == null ? birthDate : this.birthDate;
        this.category = category;
        this.tier = tier;
    }

    /** The period is paid: rulebook 6.1 effect 8, for a REGULAR contribution. */
    public void paid(YearMonth period, PeriodRecord record, long baseFen) {
        var grown = new TreeMap<>(periods);
        grown.put(period, record);
        periods = Collections.unmodifiableNavigableMap(grown);
        changedPeriods.put(period, record);
        contributionMonths = Math.addExact(contributionMonths, 1);
        lastBaseFen = baseFen;
        liableFrom = liableFrom == null || period.isBefore(liableFrom) ? period : liableFrom;
    }

    /** Enrols with pooled benefits from that day (rulebook 10.2). */
    public void enrol(LocalDate benefitDay) {
        participation = Participation.ACTIVE;
        pooledBenefit = pooledBenefit.becomes(PooledBenefit.Status.ACTIVE, benefitDay);
    }

    public List<Posting> postings() {
        return Collections.unmodifiableList(postings);
    }

    /** The period records that are new or other than before. */
    NavigableMap<YearMonth, PeriodRecord> changedPeriods() {
        return changedPeriods;
    }

    public Account account() {
        return new Account(
                id,
                participation,
                birthDate,
                category,
                tier,
                lastBaseFen,
                contributionMonths,
                balances,
                freeFen,
                liableFrom,
                pooledBenefit,
                periods);
    }
}
