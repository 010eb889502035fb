/** Corrections: reversal, replacement and true-up (冲正, 更正, 补差; rulebook 6.2, 6.3, 12). */
@NullMarked
package io.jieyu.ledger.correcting;

import org.jspecify.annotations.NullMarked;
