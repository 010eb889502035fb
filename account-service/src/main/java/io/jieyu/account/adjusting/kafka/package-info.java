/** The steps of adjustments on the topic of changes. */
@NullMarked
package io.jieyu.account.adjusting.kafka;

import org.jspecify.annotations.NullMarked;
