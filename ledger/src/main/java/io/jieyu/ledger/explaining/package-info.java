/**
 * Why a balance is what it is, and what comes when no contribution comes (rulebook 16): pure
 * functions of the state.
 */
@NullMarked
package io.jieyu.ledger.explaining;

import org.jspecify.annotations.NullMarked;
