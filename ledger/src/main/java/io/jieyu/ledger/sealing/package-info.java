/**
 * Proof that a close left nobody out: the effects of a close on each account, summed up and sealed
 * under one root hash for each partition (rulebook 8; RFC 9162 section 2.1).
 */
@NullMarked
package io.jieyu.ledger.sealing;

import org.jspecify.annotations.NullMarked;
