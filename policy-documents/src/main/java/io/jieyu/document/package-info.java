/**
 * Policy documents as people write them: files that are read strictly, checked with every error at
 * its line, compared and shown. What a document means is decided in {@code io.jieyu.ledger.policy}.
 */
@NullMarked
package io.jieyu.document;

import org.jspecify.annotations.NullMarked;
