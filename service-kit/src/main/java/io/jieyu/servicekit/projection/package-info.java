/**
 * Projections of topics into MongoDB collections, which keep their own offsets beside what they
 * wrote.
 */
@NullMarked
package io.jieyu.servicekit.projection;

import org.jspecify.annotations.NullMarked;
