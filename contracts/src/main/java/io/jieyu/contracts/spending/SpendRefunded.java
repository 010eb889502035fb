package io.jieyu.contracts.spending;

import java.time.LocalDate;

/**
 * A spend is given back, whole or in part (退费) (rulebook 6.5).
 *
 * @param refundId the sender's id: the business key
 * @param spendId the spend that is given back
 * @param amountFen how much, fen; together at most what was paid
 */
public record SpendRefunded(
        String accountId, LocalDate date, String refundId, String spendId, long amountFen) {}
