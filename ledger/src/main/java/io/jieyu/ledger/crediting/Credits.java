package io.jieyu.ledger.crediting;

import java.util.Map;

/**
 * What a contribution brings to the account, computed once and rounded once for each posting
 * (rulebook 7).
 *
 * @param baseFen the clamped base
 * @param personal {@code cp}
 * @param employer {@code ce}
 * @param mutualAidFen {@code ma}
 */
record Credits(
        boolean credited, long baseFen, Credit personal, Credit employer, long mutualAidFen) {

    /**
     * One computed amount with the inputs of its formula.
     *
     * @param amountFen 0 when nothing is credited
     */
    record Credit(long amountFen, Map<String, Object> formula) {

        static final Credit NONE = new Credit(0, Map.of());
    }
}
