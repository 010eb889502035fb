/**
 * MongoDB on one machine: somebody else's, a {@code mongod}, or the embedded wire-compatible
 * server.
 */
@NullMarked
package io.jieyu.sandbox.mongo;

import org.jspecify.annotations.NullMarked;
