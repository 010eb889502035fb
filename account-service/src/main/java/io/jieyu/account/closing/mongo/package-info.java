/** Closes as the read side keeps them. */
@NullMarked
package io.jieyu.account.closing.mongo;

import org.jspecify.annotations.NullMarked;
