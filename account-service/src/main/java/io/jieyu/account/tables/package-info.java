/** The published policy tables, as questions about many accounts need them. */
@NullMarked
package io.jieyu.account.tables;

import org.jspecify.annotations.NullMarked;
