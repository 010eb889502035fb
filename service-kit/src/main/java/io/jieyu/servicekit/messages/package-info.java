/** The one JSON form of messages, and their CloudEvents context in Kafka headers. */
@NullMarked
package io.jieyu.servicekit.messages;

import org.jspecify.annotations.NullMarked;
