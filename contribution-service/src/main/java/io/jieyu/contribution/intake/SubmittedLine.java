package io.jieyu.contribution.intake;

import io.jieyu.contracts.contribution.LineLocator;
import org.jspecify.annotations.Nullable;

/**
 * A line as it came in, whatever it is.
 *
 * @param messageId as its sender gave it; null when missing
 * @param type its CloudEvents type; null when missing
 * @param subject the account id of its context; null when it does not say
 * @param value the JSON, not looked at yet
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record SubmittedLine(
        @Nullable String messageId,
        @Nullable String type,
        @Nullable String subject,
        byte[] value,
        LineLocator locator) {}
