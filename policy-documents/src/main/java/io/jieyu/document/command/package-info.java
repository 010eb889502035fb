/** The command {@code ./jieyu policy}. */
@NullMarked
package io.jieyu.document.command;

import org.jspecify.annotations.NullMarked;
