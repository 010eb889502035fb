/**
 * The state of one personal account, and how a message may change it: every posting and every
 * change of a field goes through a {@link io.jieyu.ledger.account.Draft} (rulebook 3 and 4).
 */
@NullMarked
package io.jieyu.ledger.account;

import org.jspecify.annotations.NullMarked;
