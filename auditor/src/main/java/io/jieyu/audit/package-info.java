/**
 * The auditor: believes the topics only. The command {@code ./jieyu audit} and its parts; {@code
 * topics} reads, {@code recompute} folds the pure ledger over the inbox, {@code seals} checks the
 * closes, {@code verdict} tells.
 */
@NullMarked
package io.jieyu.audit;

import org.jspecify.annotations.NullMarked;
