/** Asks account-service, which has the accounts. */
@NullMarked
package io.jieyu.policy.previewing.http;

import org.jspecify.annotations.NullMarked;
