/**
 * Unpaid months and what a return costs (断缴): the lapse of a close, resumption, repair, waiting
 * (rulebook 8.2, 10, 11).
 */
@NullMarked
package io.jieyu.ledger.lapse;

import org.jspecify.annotations.NullMarked;
