/** Month closes, and the seals that prove them complete. */
@NullMarked
package io.jieyu.contracts.close;

import org.jspecify.annotations.NullMarked;
