/** Asks a server whether it is ready, in the way that the server itself understands. */
@NullMarked
package io.jieyu.sandbox.health;

import org.jspecify.annotations.NullMarked;
