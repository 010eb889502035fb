/**
 * The ledger of personal accounts as a pure function: {@code (state, message) -> (state', record)}.
 *
 * <p>No clock, no randomness, no look-up outside what is handed in: partition <i>i</i> of the
 * ledger topic is a function of partition <i>i</i> of the inbox and nothing else. The vocabulary
 * and the chart of accounts (rulebook 2 to 5) live here; each rule has a package of its own below.
 */
@NullMarked
package io.jieyu.ledger;

import org.jspecify.annotations.NullMarked;
