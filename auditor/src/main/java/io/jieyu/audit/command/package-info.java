/** The command line: {@code ./jieyu audit} and its verbs. */
@NullMarked
package io.jieyu.audit.command;

import org.jspecify.annotations.NullMarked;
