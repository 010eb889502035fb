/**
 * How messages stand in Kafka's records: their one JSON form, their CloudEvents context in the
 * headers, and the reading of the inbox, the same for who posts and for who audits.
 */
@NullMarked
package io.jieyu.codec;

import org.jspecify.annotations.NullMarked;
