package io.jieyu.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that a scenario sent.
 *
 * @param scope the account, or {@code broadcast/0}
 */
public record Sent(
        String scope, String messageId, String kind, Map<String, @Nullable Object> fields) {}
