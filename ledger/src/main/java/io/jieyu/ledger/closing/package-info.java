/** The close of a month and the year end (月结, 年度结转; rulebook 8 and 9). */
@NullMarked
package io.jieyu.ledger.closing;

import org.jspecify.annotations.NullMarked;
