/** The accounts: {@code posting} changes them, {@code reading} shows them. */
@NullMarked
package io.jieyu.account;

import org.jspecify.annotations.NullMarked;
