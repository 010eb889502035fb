/** Reads the topic of tables when it is asked: they are few, and such questions are seldom. */
@NullMarked
package io.jieyu.account.tables.kafka;

import org.jspecify.annotations.NullMarked;
