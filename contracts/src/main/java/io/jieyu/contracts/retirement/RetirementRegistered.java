package io.jieyu.contracts.retirement;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The person has retired (退休): no duty to pay, flat credits from then on (rulebook 6.9, 7.6, 7.8).
 *
 * @param retiredFrom first month without duty to pay
 * @param birthDate birth date; the age decides the flat credit
 * @param sex decides the contribution years that are needed
 * @param recognisedMonths contribution months that the agency recognises
 */
public record RetirementRegistered(
        String accountId,
        LocalDate date,
        YearMonth retiredFrom,
        LocalDate birthDate,
        String sex,
        long recognisedMonths) {}
