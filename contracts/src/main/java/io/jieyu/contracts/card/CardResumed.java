package io.jieyu.contracts.card;

import java.time.LocalDate;

/**
 * A suspended card may be used again (rulebook 6.7).
 *
 * @param cardNo number of the card
 */
public record CardResumed(String accountId, LocalDate date, String cardNo) {}
