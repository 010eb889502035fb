/**
 * Seeing accounts: the newest state, every entry and why it is as it is. Nothing here changes
 * anything.
 */
@NullMarked
package io.jieyu.account.reading;

import org.jspecify.annotations.NullMarked;
