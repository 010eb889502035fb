package io.jieyu.audit.recompute;

import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.decision.Applied;
import io.jieyu.ledger.decision.Close;
import io.jieyu.ledger.sealing.AccountSeal;
import io.jieyu.ledger.sealing.SealSums;
import io.jieyu.ledger.sealing.TreeHash;

/** What a close came to in one partition, its accounts added in their order. */
final class CloseTally {

    private final Close close;
    private final TreeHash tree = new TreeHash();
    private final SealSums sums = new SealSums();

    CloseTally(Close close) {
        this.close = close;
    }

    void add(Applied applied) {
        AccountSeal seal = AccountSeal.of(applied);
        tree.add(seal.leaf());
        sums.add(seal);
    }

    Close close() {
        return close;
    }

    /** The seal that the partition should bear. */
    MonthSealed seal(int partition) {
        return new MonthSealed(
                close.regionCode(),
                close.period(),
                close.messageId(),
                partition,
                close.position(),
                tree.size(),
                tree.size(),
                tree.root(),
                sums.before(),
                sums.moved(),
                sums.after(),
                sums.byReason(),
                sums.persons(),
                sums.personsAfter());
    }
}
