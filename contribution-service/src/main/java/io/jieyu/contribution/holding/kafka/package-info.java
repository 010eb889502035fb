/** The queue is a topic; what has left it is noted in it. */
@NullMarked
package io.jieyu.contribution.holding.kafka;

import org.jspecify.annotations.NullMarked;
