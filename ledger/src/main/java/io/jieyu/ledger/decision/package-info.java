/**
 * The decision on one message: {@code (history, message) -> (history', record)} (rulebook 5).
 * Identity and duplicates are settled here, for every kind alike; what a kind means is in the
 * package of its rule.
 */
@NullMarked
package io.jieyu.ledger.decision;

import org.jspecify.annotations.NullMarked;
