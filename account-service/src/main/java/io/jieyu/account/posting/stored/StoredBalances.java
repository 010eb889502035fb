package io.jieyu.account.posting.stored;

import io.jieyu.ledger.Balances;

/** Balances within a stored value. */
public final class StoredBalances {

    private StoredBalances() {}

    public static void write(Balances balances, ByteWriter bytes) {
        bytes.number(balances.currentFen())
                .number(balances.priorFen())
                .number(balances.suspenseFen())
                .number(balances.inTransitFen())
                .number(balances.receivableFen());
    }

    public static Balances read(ByteReader bytes) {
        return new Balances(
                bytes.number(), bytes.number(), bytes.number(), bytes.number(), bytes.number());
    }
}
