/**
 * The end of a participation or an account, and the way back: closing sequence, deregistration,
 * sweep, re-enrolment (注销参保, 转入统筹; rulebook 6.24, 6.25, 10.7, 14.3).
 */
@NullMarked
package io.jieyu.ledger.ending;

import org.jspecify.annotations.NullMarked;
