/** Retirements. */
@NullMarked
package io.jieyu.contracts.retirement;

import org.jspecify.annotations.NullMarked;
