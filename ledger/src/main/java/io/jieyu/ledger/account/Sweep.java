package io.jieyu.ledger.account;

/**
 * What a deregistration moved to the pooled fund (转入统筹, rulebook 10.7).
 *
 * @param sweepId {@code "<accountId>#<n>"}
 */
public record Sweep(String sweepId, long amountFen, boolean reversed) {

    public Sweep reverse() {
        return new Sweep(sweepId, amountFen, true);
    }
}
