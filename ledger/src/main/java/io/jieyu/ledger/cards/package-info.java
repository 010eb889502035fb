/**
 * The card of the person (rulebook 6.7): no card message posts anything but the release of
 * suspense.
 */
@NullMarked
package io.jieyu.ledger.cards;

import org.jspecify.annotations.NullMarked;
