/**
 * Rate tables on their way: a region's document with all its versions, and each version as the
 * accounts hear of it.
 */
@NullMarked
package io.jieyu.contracts.policy;

import org.jspecify.annotations.NullMarked;
