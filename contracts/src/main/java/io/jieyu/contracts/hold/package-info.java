/** Holds that are placed and released. */
@NullMarked
package io.jieyu.contracts.hold;

import org.jspecify.annotations.NullMarked;
