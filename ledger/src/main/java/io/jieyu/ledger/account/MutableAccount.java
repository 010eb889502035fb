package io.jieyu.ledger.account;

import io.jieyu.ledger.Balances;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The fields of an account while one message is worked on; its money is in the journal. */
abstract sealed class MutableAccount permits Draft {

    protected final Journal journal;
    private final Account before;

    private Lifetime lifetime;
    private Person person;
    private Standing standing;
    private Lapse lapse;
    private PooledBenefit pooledBenefit;
    private Payments payments;
    private Holds holds;
    private Card card;
    private List<SuspenseEntry> suspense;
    private List<AnnualCredit> annualCredits;
    private List<Sweep> sweeps;
    private NavigableMap<YearMonth, Long> benefitUsed;

    MutableAccount(Account account) {
        this.before = account;
        this.journal = new Journal(account);
        this.lifetime = account.lifetime();
        this.person = account.person();
        this.standing = account.standing();
        this.lapse = account.lapse();
        this.pooledBenefit = account.pooledBenefit();
        this.payments = account.payments();
        this.holds = account.holds();
        this.card = account.card();
        this.suspense = account.suspense();
        this.annualCredits = account.annualCredits();
        this.sweeps = account.sweeps();
        this.benefitUsed = account.benefitUsed();
    }

    /** The account that the message found, or opened. */
    public Account before() {
        return before;
    }

    /** The account as it is now. */
    public Account account() {
        return new Account(
                before.id(),
                lifetime,
                person,
                standing,
                lapse,
                pooledBenefit,
                payments,
                journal.balances(),
                journal.freeFen(),
                journal.monthEnds(),
                holds,
                card,
                suspense,
                annualCredits,
                sweeps,
                benefitUsed,
                journal.milestones());
    }

    public Balances balances() {
        return journal.balances();
    }

    public MonthEnds monthEnds() {
        return journal.monthEnds();
    }

    public void monthEnds(MonthEnds changed) {
        journal.monthEnds(changed);
    }

    public void spent() {
        journal.milestones(journal.milestones().paid());
    }

    public Lifetime lifetime() {
        return lifetime;
    }

    public void lifetime(Lifetime changed) {
        lifetime = changed;
    }

    public Person person() {
        return person;
    }

    public void person(Person changed) {
        person = changed;
    }

    public Standing standing() {
        return standing;
    }

    public void standing(Standing changed) {
        standing = changed;
    }

    public Lapse lapse() {
        return lapse;
    }

    public void lapse(Lapse changed) {
        lapse = changed;
    }

    public PooledBenefit pooledBenefit() {
        return pooledBenefit;
    }

    public void pooledBenefit(PooledBenefit changed) {
        pooledBenefit = changed;
    }

    public Payments payments() {
        return payments;
    }

    public void payments(Payments changed) {
        payments = changed;
    }

    public Holds holds() {
        return holds;
    }

    public void holds(Holds changed) {
        holds = changed;
    }

    List<SuspenseEntry> suspense() {
        return suspense;
    }

    void suspense(List<SuspenseEntry> changed) {
        suspense = changed;
    }

    public Card card() {
        return card;
    }

    public void card(Card changed) {
        card = changed;
    }

    public List<AnnualCredit> annualCredits() {
        return annualCredits;
    }

    public void annualCredits(List<AnnualCredit> changed) {
        annualCredits = changed;
    }

    public List<Sweep> sweeps() {
        return sweeps;
    }

    public void sweeps(List<Sweep> changed) {
        sweeps = changed;
    }

    public void annualCredit(AnnualCredit credit) {
        annualCredits = plus(annualCredits, credit);
    }

    public void sweep(Sweep sweep) {
        sweeps = plus(sweeps, sweep);
    }

    /** Adds to the counter of the benefit year. */
    public void countBenefit(YearMonth yearStart, long fen) {
        var grown = new TreeMap<>(benefitUsed);
        grown.merge(yearStart, fen, Math::addExact);
        benefitUsed = Collections.unmodifiableNavigableMap(grown);
    }

    static <T> List<T> plus(List<T> list, T element) {
        var grown = new ArrayList<>(list);
        grown.add(element);
        return List.copyOf(grown);
    }
}
