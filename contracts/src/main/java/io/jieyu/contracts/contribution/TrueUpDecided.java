package io.jieyu.contracts.contribution;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A difference, reviewed outside, is credited or debited (补差); the ledger does not recompute it
 * (rulebook 6.3).
 *
 * @param trueUpId the sender's id: the business key
 * @param direction to the account or from it
 * @param amountFen the difference, fen
 * @param fromPeriod first period that it settles
 * @param toPeriod last period that it settles; decides the bucket
 * @param source where the money comes from, or goes to
 * @param reason why
 */
public record TrueUpDecided(
        String accountId,
        LocalDate date,
        String trueUpId,
        String direction,
        long amountFen,
        YearMonth fromPeriod,
        YearMonth toPeriod,
        String source,
        String reason) {}
