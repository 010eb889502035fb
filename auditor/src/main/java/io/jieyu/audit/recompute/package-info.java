/** The pure ledger, folded over the inbox of a partition and compared with what was recorded. */
@NullMarked
package io.jieyu.audit.recompute;

import org.jspecify.annotations.NullMarked;
