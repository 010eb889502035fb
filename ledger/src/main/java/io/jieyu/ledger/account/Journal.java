package io.jieyu.ledger.account;

import static io.jieyu.ledger.LedgerAccount.CURRENT;
import static io.jieyu.ledger.LedgerAccount.PRIOR;
import static io.jieyu.ledger.LedgerAccount.RECEIVABLE;

import io.jieyu.ledger.Balances;
import io.jieyu.ledger.LedgerAccount;
import io.jieyu.ledger.Posting;
import io.jieyu.ledger.Reason;
import java.util.ArrayList;
import java.util.List;

/** The money of an account while one message is worked on: rulebook 3.4. Nothing else posts. */
final class Journal {

    private final List<Posting> postings = new ArrayList<>();
    private Balances balances;
    private long freeFen;
    private MonthEnds monthEnds;
    private Milestones milestones;

    Journal(Account account) {
        this.balances = account.balances();
        this.freeFen = account.freeFen();
        this.monthEnds = account.monthEnds();
        this.milestones = account.milestones();
    }

    /** One posting; an amount of 0 makes none (rulebook 3.1). */
    void post(LedgerAccount from, LedgerAccount to, long amountFen, Grounds grounds) {
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
        Balances before = balances;
        balances = balances.after(posting);
        monthEnds = monthEnds.after(posting, before, balances);
        if (to == CURRENT || to == PRIOR || to == RECEIVABLE) {
            milestones = milestones.reached();
        }
        if (grounds.reason() == Reason.CARRY) {
            milestones = milestones.carried(grounds.date());
        }
        postings.add(posting);
    }

    /** CREDIT, steps 3 and 4: a debt is repaid before anything reaches the bucket. */
    Credit credit(
            LedgerAccount source,
            LedgerAccount bucket,
            long amountFen,
            Grounds grounds,
            boolean free) {
        long repaidFen = Math.min(amountFen, balances.receivableFen());
        long creditedFen = Math.subtractExact(amountFen, repaidFen);
        post(source, RECEIVABLE, repaidFen, grounds);
        post(source, bucket, creditedFen, grounds);
        long freeAddedFen = free ? creditedFen : 0;
        freeFen = Math.addExact(freeFen, freeAddedFen);
        return new Credit(
                source,
                amountFen,
                grounds.date(),
                creditedFen > 0 ? bucket : null,
                freeAddedFen,
                null);
    }

    /** DEBIT: one posting for each bucket touched; returns what was taken from each. */
    Booking.Parts debit(
            List<LedgerAccount> order, LedgerAccount target, long amountFen, Grounds grounds) {
        Balances before = balances;
        long freeBeforeFen = freeFen;
        long leftFen = amountFen;
        for (LedgerAccount bucket : order) {
            long partFen = Math.min(fenIn(bucket), leftFen);
            post(bucket, target, partFen, grounds);
            leftFen -= partFen;
        }
        if (leftFen > 0) {
            throw new IllegalStateException(
                    "debit of " + amountFen + " (expected: at most what " + order + " hold)");
        }
        freeFen = Math.min(freeFen, balances.balanceFen());
        return new Booking.Parts(
                before.currentFen() - balances.currentFen(),
                before.priorFen() - balances.priorFen(),
                freeBeforeFen - freeFen);
    }

    /** CLAWBACK: what the buckets cannot cover becomes a debt of the person. */
    void clawback(
            List<LedgerAccount> order, LedgerAccount target, long amountFen, Grounds grounds) {
        long coveredFen = Math.min(amountFen, balances.balanceFen());
        debit(order, target, coveredFen, grounds);
        post(RECEIVABLE, target, amountFen - coveredFen, grounds);
    }

    /** The free money of a refund or a return, once for all its credits. */
    void giveBackFree(long fen) {
        freeFen = Math.min(Math.addExact(freeFen, fen), balances.balanceFen());
    }

    void takeBackFree(long fen) {
        freeFen = Math.max(0, freeFen - fen);
    }

    private long fenIn(LedgerAccount bucket) {
        return bucket == CURRENT ? balances.currentFen() : balances.priorFen();
    }

    List<Posting> postings() {
        return postings;
    }

    Balances balances() {
        return balances;
    }

    long freeFen() {
        return freeFen;
    }

    MonthEnds monthEnds() {
        return monthEnds;
    }

    void monthEnds(MonthEnds changed) {
        monthEnds = changed;
    }

    Milestones milestones() {
        return milestones;
    }

    void milestones(Milestones changed) {
        milestones = changed;
    }
}
