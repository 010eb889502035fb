package io.jieyu.contracts.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that never reached an account, with everything that is wrong with it.
 *
 * @param messageId as sent; null when it had none
 * @param accountId as sent; null when it had none
 * @param employerId as sent; null when it had none
 * @param severity always ERROR: a line with a warning only is received
 * @param errors at least one, in the order of the fields
 * @param locator where the line stands, so that its sender finds it
 * @param line the line as it came, cut after 32 KiB; the whole is at the locator
 */
public record ContributionRejected(
        @Nullable String messageId,
        @Nullable String accountId,
        @Nullable String employerId,
        String severity,
        List<LineError> errors,
        LineLocator locator,
        String line) {}
