package io.jieyu.account.posting.streams;

import io.jieyu.ledger.Balances;

/** Balances within a stored value. */
final class StoredBalances {

    private StoredBalances() {}

    static void write(Balances balances, ByteWriter bytes) {
        bytes.number(balances.currentFen())
                .number(balances.priorFen())
                .number(balances.suspenseFen())
                .number(balances.inTransitFen())
                .number(balances.receivableFen());
    }

    static Balances read(ByteReader bytes) {
        return new Balances(
                bytes.number(), bytes.number(), bytes.number(), bytes.number(), bytes.number());
    }
}
