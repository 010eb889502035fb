package io.jieyu.contracts.card;

import java.time.LocalDate;

/**
 * The card may be used from now on (rulebook 6.7).
 *
 * @param cardNo number of the card
 */
public record CardActivated(String accountId, LocalDate date, String cardNo) {}
