/** The read side in MongoDB: three projections of the ledger topic, and the queries over them. */
@NullMarked
package io.jieyu.account.reading.mongo;

import org.jspecify.annotations.NullMarked;
