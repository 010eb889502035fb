/**
 * A real Kafka broker on one machine: in this process or in one of its own, its data in a folder.
 */
@NullMarked
package io.jieyu.sandbox.kafka;

import org.jspecify.annotations.NullMarked;
