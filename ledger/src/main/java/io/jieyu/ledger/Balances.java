package io.jieyu.ledger;

import java.util.Locale;

/**
 * The five person buckets in fen (rulebook 4.1), {@code receivableFen} as a positive debt. They are
 * never negative, and a debt leaves nothing in CURRENT and PRIOR (rulebook 3.5): a state that
 * breaks this cannot be made.
 */
public record Balances(
        long currentFen, long priorFen, long suspenseFen, long inTransitFen, long receivableFen) {

    public static final Balances ZERO = new Balances(0, 0, 0, 0, 0);

    public Balances {
        requireNotNegative("currentFen", currentFen);
        requireNotNegative("priorFen", priorFen);
        requireNotNegative("suspenseFen", suspenseFen);
        requireNotNegative("inTransitFen", inTransitFen);
        requireNotNegative("receivableFen", receivableFen);
        if (receivableFen > 0 && (currentFen > 0 || priorFen > 0)) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "receivableFen: %d beside currentFen %d, priorFen %d (expected: a debt"
                                    + " leaves no balance)",
                            receivableFen,
                            currentFen,
                            priorFen));
        }
    }

    /**
     * The balance of the account: CURRENT + PRIOR; the rest is shown beside it, never inside it
     * (rulebook 3.2).
     */
    public long balanceFen() {
        return Math.addExact(currentFen, priorFen);
    }

    /** The buckets after one posting; contra accounts leave them as they are. */
    public Balances after(Posting posting) {
        return plus(posting.from(), -posting.amountFen()).plus(posting.to(), posting.amountFen());
    }

    private Balances plus(LedgerAccount account, long fen) {
        return switch (account) {
            case CURRENT ->
                    new Balances(
                            Math.addExact(currentFen, fen),
                            priorFen,
                            suspenseFen,
                            inTransitFen,
                            receivableFen);
            case PRIOR ->
                    new Balances(
                            currentFen,
                            Math.addExact(priorFen, fen),
                            suspenseFen,
                            inTransitFen,
                            receivableFen);
            case SUSPENSE ->
                    new Balances(
                            currentFen,
                            priorFen,
                            Math.addExact(suspenseFen, fen),
                            inTransitFen,
                            receivableFen);
            case IN_TRANSIT ->
                    new Balances(
                            currentFen,
                            priorFen,
                            suspenseFen,
                            Math.addExact(inTransitFen, fen),
                            receivableFen);
            case RECEIVABLE ->
                    new Balances(
                            currentFen,
                            priorFen,
                            suspenseFen,
                            inTransitFen,
                            Math.subtractExact(receivableFen, fen));
            case CONTRIBUTIONS,
                    POOLED_FUND,
                    MUTUAL_AID,
                    OVERPAYMENTS,
                    INTEREST,
                    PROVIDERS,
                    PAID_OUT,
                    TRANSFERS ->
                    this;
        };
    }

    private static void requireNotNegative(String name, long fen) {
        if (fen < 0) {
            throw new IllegalStateException(name + ": " + fen + " (expected: >= 0)");
        }
    }
}
