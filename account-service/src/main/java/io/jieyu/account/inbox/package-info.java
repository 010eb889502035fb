/** The one way by which this service itself can change an account: a message to the inbox. */
@NullMarked
package io.jieyu.account.inbox;

import org.jspecify.annotations.NullMarked;
