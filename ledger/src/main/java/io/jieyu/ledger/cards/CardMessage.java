package io.jieyu.ledger.cards;

import io.jieyu.ledger.account.AccountMessage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card message with its fields read.
 *
 * @param cardNo of a reissue: the new number
 * @param oldCardNo of a reissue only
 * @param active of a new card: whether it may be used at once
 */
public record CardMessage(
        LocalDate date, @Nullable String cardNo, @Nullable String oldCardNo, boolean active)
        implements AccountMessage {}
