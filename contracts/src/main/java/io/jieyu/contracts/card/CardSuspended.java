package io.jieyu.contracts.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The card may not be used for the time being (rulebook 6.7).
 *
 * @param cardNo number of the card
 * @param reason why; recorded only
 */
public record CardSuspended(
        String accountId, LocalDate date, String cardNo, @Nullable String reason) {}
