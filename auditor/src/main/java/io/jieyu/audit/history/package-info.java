/** One account's history, as it was known at any moment. */
@NullMarked
package io.jieyu.audit.history;

import org.jspecify.annotations.NullMarked;
