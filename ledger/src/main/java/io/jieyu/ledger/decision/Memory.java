package io.jieyu.ledger.decision;

import io.jieyu.ledger.account.Binding;
import org.jspecify.annotations.Nullable;

/**
 * What a history remembers of its earlier messages; nothing is shared between scopes (rulebook
 * 5.2).
 */
public interface Memory {

    /** The first outcome under the id; null when the id is new. */
    @Nullable Answer answer(String scope, String messageId);

    /** What the business key is bound to; null when it is free. */
    @Nullable Binding binding(String scope, String businessKey);
}
