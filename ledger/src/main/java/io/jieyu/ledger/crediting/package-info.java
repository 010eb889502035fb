/**
 * Contributions and what of them reaches the account (划入): the message of rulebook 6.1 and the
 * formulas of section 7.
 */
@NullMarked
package io.jieyu.ledger.crediting;

import org.jspecify.annotations.NullMarked;
