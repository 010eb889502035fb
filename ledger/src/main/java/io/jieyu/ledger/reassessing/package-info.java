/**
 * What an account was credited, held against what other policies would have credited: for the
 * preview of a table, and for the adjustments that follow from one that begins in the past. It
 * reads records and changes nothing.
 */
@NullMarked
package io.jieyu.ledger.reassessing;

import org.jspecify.annotations.NullMarked;
