package io.jieyu.contracts.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The person has a card for the first time (rulebook 6.7).
 *
 * @param cardNo number of the card
 * @param active whether it may be used at once. Absent = false
 */
public record CardIssued(
        String accountId, LocalDate date, String cardNo, @Nullable Boolean active) {}
