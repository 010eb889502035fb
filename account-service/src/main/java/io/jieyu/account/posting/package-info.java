/** Accounts as they stand in the topology that alone changes them. */
@NullMarked
package io.jieyu.account.posting;

import org.jspecify.annotations.NullMarked;
