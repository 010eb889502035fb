/**
 * The yearly counter of the pooled benefit (rulebook 6.6, 15): not money, and never called a
 * balance.
 */
@NullMarked
package io.jieyu.ledger.benefit;

import org.jspecify.annotations.NullMarked;
