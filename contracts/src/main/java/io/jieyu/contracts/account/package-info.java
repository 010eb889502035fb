/**
 * Around an account: the answer to a waiting caller, and what an operator may ask. Ledger records
 * are the core's own.
 */
@NullMarked
package io.jieyu.contracts.account;

import org.jspecify.annotations.NullMarked;
