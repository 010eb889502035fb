/** The inbox on Kafka, and the ledger's replies. */
@NullMarked
package io.jieyu.account.inbox.kafka;

import org.jspecify.annotations.NullMarked;
