package io.jieyu.contracts.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A new card takes the place of the lost one (补办); credits that waited are released (rulebook 6.7,
 * 13.9).
 *
 * @param cardNo number of the new card
 * @param oldCardNo number of the lost one
 */
public record CardReissued(
        String accountId, LocalDate date, String cardNo, @Nullable String oldCardNo) {}
