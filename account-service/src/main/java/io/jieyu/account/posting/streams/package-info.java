/**
 * The stream topology that alone changes accounts: {@code account.inbox} in, ledger records and
 * replies out, exactly once. The rules are the ledger's; what is here keeps their state in stores
 * and carries their messages.
 */
@NullMarked
package io.jieyu.account.posting.streams;

import org.jspecify.annotations.NullMarked;
