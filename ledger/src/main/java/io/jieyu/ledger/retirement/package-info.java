/** Retirement and the flat credits of retirees (退休, 定额划入; rulebook 6.9, 7.6, 7.8). */
@NullMarked
package io.jieyu.ledger.retirement;

import org.jspecify.annotations.NullMarked;
