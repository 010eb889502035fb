/** Spending from the account and refunds of spends (rulebook 6.4, 6.5, 13). */
@NullMarked
package io.jieyu.ledger.spending;

import org.jspecify.annotations.NullMarked;
