/** Holds that are placed and released by message (冻结, 解冻; rulebook 6.8). */
@NullMarked
package io.jieyu.ledger.holds;

import org.jspecify.annotations.NullMarked;
