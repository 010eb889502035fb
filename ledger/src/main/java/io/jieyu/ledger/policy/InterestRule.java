package io.jieyu.ledger.policy;

import io.jieyu.ledger.Rate;

/** How balances earn interest (计息, rulebook 8.3, 9). */
public record InterestRule(
        Method method,
        Rate demandRate,
        Rate threeMonthRate,
        boolean accrueWhileLapsed,
        boolean accrueWhileFrozen) {

    public enum Method {
        MONTH_PRODUCT,
        NONE
    }
}
