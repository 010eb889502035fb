package io.jieyu.ledger.account;

import io.jieyu.ledger.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What a business key of an account stands for.
 *
 * @param messageId the accepted message that bound it
 * @param content hash of the content that a duplicate must repeat (rulebook 5.2)
 * @param booking what it booked; null when no later message can refer to it
 */
public record Binding(String messageId, Hash content, @Nullable Booking booking) {}
