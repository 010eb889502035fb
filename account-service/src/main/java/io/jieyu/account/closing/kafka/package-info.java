/** Closes as they travel: policy tables in, close messages out. */
@NullMarked
package io.jieyu.account.closing.kafka;

import org.jspecify.annotations.NullMarked;
