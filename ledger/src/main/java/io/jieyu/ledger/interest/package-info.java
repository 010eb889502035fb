/** Month products and the interest they earn (计息, 月积数; rulebook 8.3, 9.1, 9.2, 9.4). */
@NullMarked
package io.jieyu.ledger.interest;

import org.jspecify.annotations.NullMarked;
