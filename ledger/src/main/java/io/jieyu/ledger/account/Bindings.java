package io.jieyu.ledger.account;

import org.jspecify.annotations.Nullable;

/** The business keys that an account's messages have bound so far. */
@FunctionalInterface
public interface Bindings {

    /** What the key is bound to; null when it is free. */
    @Nullable Binding of(String businessKey);
}
