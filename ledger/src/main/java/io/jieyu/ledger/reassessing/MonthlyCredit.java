package io.jieyu.ledger.reassessing;

/**
 * What an account is credited for a month.
 *
 * @param band who is credited so: the category and, where age decides, the ages of the band
 * @param creditFen the amount
 */
public record MonthlyCredit(String band, long creditFen) {}
