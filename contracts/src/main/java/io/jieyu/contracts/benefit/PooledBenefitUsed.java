package io.jieyu.contracts.benefit;

import java.time.LocalDate;

/**
 * The pooled fund has paid for the person: counted for the year, never part of the balance
 * (rulebook 6.6, 15).
 *
 * @param claimId the sender's id: the business key
 * @param amountFen what the pooled fund paid, fen
 */
public record PooledBenefitUsed(String accountId, LocalDate date, String claimId, long amountFen) {}
