/**
 * Policy documents: regional, effective-dated rate tables as data (rulebook 5.9 and 6.22). What a
 * document may say is one table, {@link io.jieyu.ledger.policy.PolicyField}; which version applies
 * is decided by {@link io.jieyu.ledger.policy.Policies}.
 */
@NullMarked
package io.jieyu.ledger.policy;

import org.jspecify.annotations.NullMarked;
