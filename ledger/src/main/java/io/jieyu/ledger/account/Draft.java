package io.jieyu.ledger.account;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;
import static io.jieyu.ledger.LedgerAccount.SUSPENSE;

import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Notice;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import io.jieyu.ledger.policy.BackPaymentRule;
import io.jieyu.ledger.policy.CreditWhileCardLost;
import io.jieyu.ledger.policy.Policy;
import io.jieyu.ledger.policy.PolicyBook;
import io.jieyu.ledger.policy.PolicyField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account while one message is worked on: its procedures are those of rulebook 3.4 and 13.9. The
 * account that it began with stays as it is.
 */
public final class Draft extends MutableAccount {

    private static final Set<Reason> SUSPENDABLE =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Reason.CONTRIBUTION,
                            Reason.FLAT_CREDIT,
                            Reason.ANNUAL_CREDIT,
                            Reason.TRUE_UP));

    private final Situation situation;
    private final YearMonth ruleMonth;
    private final LocalDate postingDate;
    private final Outcomes outcomes = new Outcomes();

    private int credits;

    private Draft(Situation situation, Account account, YearMonth ruleMonth, LocalDate date) {
        super(account);
        this.situation = situation;
        this.ruleMonth = ruleMonth;
        this.postingDate = date;
    }

    /** For a message of that date; of a new account where there is none yet (rulebook 4.4). */
    public static Draft of(Situation situation, LocalDate date) {
        Account account = situation.account();
        return new Draft(
                situation,
                account == null
                        ? Account.opened(situation.id(), situation.region().lastClosed())
                        : account,
                YearMonth.from(date),
                situation.region().postingDate(date));
    }

    /** For the close of a month, which posts on the first day of the next (rulebook 5.6). */
    public static Draft ofClose(Situation situation, Account account, YearMonth month) {
        return new Draft(situation, account, month, month.plusMonths(1).atDay(1));
    }

    public PolicyBook policies() {
        return situation.policies();
    }

    /** P of the month of the message's date; of the closed month in a close (rulebook 5.10). */
    public Policy policy() {
        return policies().of(ruleMonth);
    }

    /** The month whose policy decides what is no matter of a contribution period. */
    public YearMonth ruleMonth() {
        return ruleMonth;
    }

    /** Posting date {@code d} (rulebook 5.6). */
    public LocalDate postingDate() {
        return postingDate;
    }

    public RegionMonths region() {
        return situation.region();
    }

    /** What the posting date and the region's own policy say of a posting. */
    public Grounds grounds(Reason reason, @Nullable YearMonth period, String rule) {
        return new Grounds(postingDate, reason, period, policy().policyId(), rule, Map.of());
    }

    /** The bucket of money for that period (rulebook 6.1 effect 3). */
    public LedgerAccount bucketOf(YearMonth period) {
        return policy().get(PolicyField.BACK_PAYMENT).bucket()
                                == BackPaymentRule.Bucket.BY_CONTRIBUTION_PERIOD
                        && period.isBefore(policies().accountYearStart(postingDate))
                ? PRIOR
                : CURRENT;
    }

    /** One posting; an amount of 0 makes none (rulebook 3.1). */
    public void post(LedgerAccount from, LedgerAccount to, long amountFen, Grounds grounds) {
        journal.post(from, to, amountFen, grounds);
    }

    /**
     * CREDIT (rulebook 3.4); money that must wait goes into SUSPENSE instead.
     *
     * @param owner business key of the booking that the credit belongs to; null when none does
     */
    public Credit credit(
            LedgerAccount source,
            LedgerAccount bucket,
            long amountFen,
            Grounds grounds,
            @Nullable String owner) {
        if (amountFen > 0) {
            credits++;
        }
        YearMonth period = grounds.period();
        if (amountFen > 0
                && period != null
                && SUSPENDABLE.contains(grounds.reason())
                && isCreditingSuspended()) {
            journal.post(source, SUSPENSE, amountFen, grounds);
            String entryId = situation.messageId() + "#" + credits;
            suspense(plus(suspense(), new SuspenseEntry(entryId, amountFen, period, owner)));
            return new Credit(source, amountFen, grounds.date(), null, 0, entryId);
        }
        return journal.credit(source, bucket, amountFen, grounds, isFree(grounds));
    }

    private boolean isFree(Grounds grounds) {
        return grounds.reason() != Reason.REFUND
                && grounds.reason() != Reason.RETURN
                && policies()
                        .of(YearMonth.from(grounds.date()))
                        .get(PolicyField.FREE_WITHDRAWAL_BEFORE)
                        .map(grounds.date()::isBefore)
                        .orElse(false);
    }

    /** DEBIT (rulebook 3.4); what was taken from each bucket, and how much of it was free money. */
    public Booking.Parts debit(
            List<LedgerAccount> order, LedgerAccount target, long amountFen, Grounds grounds) {
        return journal.debit(order, target, amountFen, grounds);
    }

    /** CLAWBACK (rulebook 3.4). */
    public void clawback(
            List<LedgerAccount> order, LedgerAccount target, long amountFen, Grounds grounds) {
        journal.clawback(order, target, amountFen, grounds);
    }

    public void giveBackFree(long fen) {
        journal.giveBackFree(fen);
    }

    public void takeBackFree(long fen) {
        journal.takeBackFree(fen);
    }

    /** Whether credits wait in SUSPENSE (rulebook 13.9). */
    public boolean isCreditingSuspended() {
        return holds().has(Hold.Kind.ADMIN)
                || (card().status() == Card.Status.LOST
                        && policy().get(PolicyField.CREDIT_WHILE_CARD_LOST)
                                == CreditWhileCardLost.SUSPEND);
    }

    /** Every suspense entry goes where it belongs by now, oldest first (rulebook 13.9). */
    public void releaseSuspense() {
        List<SuspenseEntry> entries = suspense();
        suspense(List.of());
        for (SuspenseEntry entry : entries) {
            Credit release =
                    credit(
                            SUSPENSE,
                            bucketOf(entry.period()),
                            entry.amountFen(),
                            grounds(Reason.RELEASE, entry.period(), "13.9"),
                            null);
            annualCredits(
                    annualCredits().stream()
                            .map(credit -> credit.released(entry.entryId(), release))
                            .toList());
            String owner = entry.owner();
            Booking booking = owner == null ? null : booking(owner);
            if (owner != null && booking != null) {
                book(owner, booking.released(entry.entryId(), release));
            }
        }
    }

    /** Takes up to so much back from the entry; returns what was taken (rulebook 12.2). */
    public long takeFromSuspense(
            @Nullable String entryId, LedgerAccount target, long fen, Grounds grounds) {
        for (SuspenseEntry entry : suspense()) {
            if (entry.entryId().equals(entryId)) {
                long takenFen = Math.min(fen, entry.amountFen());
                post(SUSPENSE, target, takenFen, grounds);
                suspense(
                        suspense().stream()
                                .map(one -> one.equals(entry) ? one.reducedBy(takenFen) : one)
                                .filter(one -> one.amountFen() > 0)
                                .toList());
                return takenFen;
            }
        }
        return 0;
    }

    /** What the key has booked by now; null when nothing. */
    public @Nullable Booking booking(String key) {
        Booking changed = outcomes.bookings().get(key);
        if (changed != null) {
            return changed;
        }
        Binding binding = situation.bindings().of(key);
        return binding == null ? null : binding.booking();
    }

    /** The key has booked this now. */
    public void book(String key, Booking booking) {
        outcomes.bookings().put(key, booking);
    }

    /** What the draft has come to beside the account. */
    public Outcomes outcomes() {
        return outcomes;
    }

    public void notice(Notice notice) {
        outcomes.notices().add(notice);
    }

    public List<Posting> postings() {
        return Collections.unmodifiableList(journal.postings());
    }
}
