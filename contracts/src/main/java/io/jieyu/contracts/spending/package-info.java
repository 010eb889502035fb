/** Spends and their refunds. */
@NullMarked
package io.jieyu.contracts.spending;

import org.jspecify.annotations.NullMarked;
