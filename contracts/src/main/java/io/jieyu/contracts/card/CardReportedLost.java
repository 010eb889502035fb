package io.jieyu.contracts.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The card is lost (挂失): the money stays, spending stops (rulebook 6.7, 13.9).
 *
 * @param cardNo number of the card; absent only where none is known
 */
public record CardReportedLost(String accountId, LocalDate date, @Nullable String cardNo) {}
